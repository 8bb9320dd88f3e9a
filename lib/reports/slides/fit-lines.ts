import "server-only";

/** Arial's mean character is about half as wide as it is high; a little more, so that what is computed to fit does. */
const characterWidth = 0.54;
const lineHeight = 1.2;
const pointsPerInch = 72;

/** Inches that texts take one below the other in a box so wide, with so many points after each. */
export function heightOf(
  texts: readonly string[],
  { width, fontSize, after = 0 }: { width: number; fontSize: number; after?: number },
): number {
  const perLine = Math.max(1, Math.floor((width * pointsPerInch) / (characterWidth * fontSize)));
  const lines = texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / perLine)), 0);
  return (lines * lineHeight * fontSize + texts.length * after) / pointsPerInch;
}

/** How many of the heights fit one below the other. */
export function countThatFit(heights: readonly number[], room: number): number {
  let used = 0;
  const first = heights.findIndex((height) => {
    used += height;
    return used > room;
  });
  return first < 0 ? heights.length : first;
}

type Box = { width: number; height: number; sizes: readonly number[]; after: number };

/** The texts in the largest of the sizes in which all of them fit, or in the smallest as many as fit and how many more there are. */
export function fitLines(texts: readonly string[], box: Box): { fontSize: number; lines: string[] } {
  const { width, height, sizes, after } = box;
  const fontSize = sizes.find((size) => heightOf(texts, { width, fontSize: size, after }) <= height);
  if (fontSize !== undefined) return { fontSize, lines: [...texts] };
  const smallest = sizes.at(-1) ?? 10;
  const of = (text: string) => heightOf([text], { width, fontSize: smallest, after });
  const most = Math.max(1, countThatFit(texts.map(of), height - of("and more")));
  const rest = texts.length - most;
  return {
    fontSize: smallest,
    lines: rest > 0 ? [...texts.slice(0, most), `and ${rest} more, in the full report`] : [...texts],
  };
}
