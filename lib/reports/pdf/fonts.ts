import "server-only";
import path from "node:path";
import { Font } from "@react-pdf/renderer";

const subsets = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese"] as const;
const folder = () => path.join(/* turbopackIgnore: true */ process.cwd(), "lib/reports/pdf/fonts");

/** Families in the order in which a character is looked for. */
export const sans: string[] = subsets.map((subset) => `Inter ${subset}`);
/** Source Serif has no part for ancient Greek; what it lacks is set in Inter. */
export const serif: string[] = [...subsets.filter((one) => one !== "greek-ext").map((one) => `Serif ${one}`), ...sans];

let loaded: Promise<void> | undefined;

/** Makes the fonts of the app known to the renderer, once per process. */
export function loadFonts(): Promise<void> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<void> {
  const file = (name: string) => path.join(folder(), `${name}-normal.woff`);
  for (const subset of subsets) {
    Font.register({
      family: `Inter ${subset}`,
      fonts: ([400, 600] as const).map((fontWeight) => ({ src: file(`inter-${subset}-${fontWeight}`), fontWeight })),
    });
    if (subset === "greek-ext") continue;
    Font.register({ family: `Serif ${subset}`, src: file(`source-serif-4-${subset}-600`), fontWeight: 600 });
  }
  // Words are not parted: hyphenation would be English for every language.
  Font.registerHyphenationCallback((word) => [word]);
  const faces = [
    ...sans.flatMap((fontFamily) => [400, 600].map((fontWeight) => ({ fontFamily, fontWeight }))),
    ...serif.filter((name) => name.startsWith("Serif")).map((fontFamily) => ({ fontFamily, fontWeight: 600 })),
  ];
  await Promise.all(faces.map((face) => Font.load(face)));
  for (const face of faces) nameApart(face);
}

/**
 * The parts of one font carry one name, and the writer of the file tells fonts apart by it: those of the same name would be embedded again for
 * every run of text.
 */
function nameApart(face: { fontFamily: string; fontWeight: number }): void {
  const data = Font.getFont(face)?.data;
  if (data)
    Object.defineProperty(data, "postscriptName", {
      value: `${face.fontFamily} ${face.fontWeight}`.replaceAll(" ", "-"),
    });
}

/** Whether the fonts hold a character; they must have been loaded. */
export function isDrawn(codePoint: number): boolean {
  return sans.some((fontFamily) => {
    const data = Font.getFont({ fontFamily, fontWeight: 400 })?.data;
    return data && "hasGlyphForCodePoint" in data ? data.hasGlyphForCodePoint(codePoint) : false;
  });
}
