/** A property of iCalendar: its name with parameters, and its value as it goes into the file. */
type Property = readonly [name: string, value: string];

const octets = new TextEncoder();
const longest = 75;

/** TEXT of RFC 5545, section 3.3.11: backslash, semicolon and comma escaped, line breaks as \n; other control characters left out. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll("\n", "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** Lines as RFC 5545, section 3.1, wants them: ended by CR LF, none longer than 75 octets, no character cut in two. */
export function writeLines(properties: readonly Property[]): string {
  return properties.map(([name, value]) => `${fold(`${name}:${value}`)}\r\n`).join("");
}

function fold(line: string): string {
  const folded: string[] = [];
  let current = "";
  let length = 0;
  for (const character of line) {
    const size = octets.encode(character).length;
    if (length + size > longest) {
      folded.push(current);
      // The space that says a line goes on counts, too.
      current = " ";
      length = 1;
    }
    current += character;
    length += size;
  }
  return [...folded, current].join("\r\n");
}

/** A moment in UTC: 20261123T080000Z. */
export const utcText = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, "");
