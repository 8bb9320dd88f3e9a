import type { ReportDocument } from "@/lib/reports/document";

/** Signs the fonts lack, in the words of the reader. */
const words: Record<string, string> = { "→": "to", "≥": "at least", "≤": "at most", "≈": "about" };
const placeholder = "[?]";

/**
 * The report with every character its fonts hold. Runs of others become `[?]`, and the notices say so: nothing is dropped in silence.
 * @param isDrawn whether the fonts hold a character
 */
export function drawable(report: ReportDocument, isDrawn: (codePoint: number) => boolean): ReportDocument {
  let lost = 0;
  const known = new Map<string, boolean>();
  const isKnown = (character: string) => {
    const found = known.get(character) ?? isDrawn(character.codePointAt(0) ?? 0);
    known.set(character, found);
    return found;
  };
  const write = (text: string): string => {
    const out: string[] = [];
    for (const character of text.normalize("NFC")) {
      if (character === "\n" || isKnown(character)) out.push(character);
      else if (words[character]) out.push(words[character]);
      else {
        lost += 1;
        if (out.at(-1) !== placeholder) out.push(placeholder);
      }
    }
    return out.join("");
  };
  const drawn = everyText(report, write);
  if (lost === 0) return drawn;
  const says = `${lost} ${lost === 1 ? "character" : "characters"} of other scripts cannot be drawn in a PDF and stand as ${placeholder}; the page, the workbook and the CSV hold them.`;
  return { ...drawn, notices: [...drawn.notices, says] };
}

function everyText<Value>(value: Value, write: (text: string) => string): Value;
function everyText(value: unknown, write: (text: string) => string): unknown {
  if (typeof value === "string") return write(value);
  if (Array.isArray(value)) return value.map((one) => everyText(one, write));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, everyText(one, write)]));
}
