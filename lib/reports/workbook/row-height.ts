const lineHeight = 15;
/** Excel takes no row that is higher. */
const highest = 409;

/** Points a row takes whose texts are wrapped into columns so many characters wide; null where one line is enough. */
export function heightOf(cells: readonly { text: unknown; width: number }[]): number | null {
  const lines = cells.map(({ text, width }) => (typeof text === "string" ? linesOf(text, Math.max(1, width - 1)) : 1));
  const most = Math.max(1, ...lines);
  return most === 1 ? null : Math.min(highest, most * lineHeight);
}

/** Words go whole to the next line where they fit in one. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let left = -1;
    for (const { length } of paragraph.split(" ")) {
      if (length + 1 <= left) left -= length + 1;
      else {
        lines += Math.max(1, Math.ceil(length / width));
        left = width - (length % width || width);
      }
    }
  }
  return lines;
}
