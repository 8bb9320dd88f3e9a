/**
 * A text as it is written to skills.csv: one that a spreadsheet would run as a formula is made harmless by an apostrophe, as in every
 * file of ours. One that already looks so gets another, so that reading gives back what was written.
 */
export const toSpreadsheet = (text: string) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The other way round. */
export const fromSpreadsheet = (cell: string) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
