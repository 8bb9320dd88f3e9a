/** How one column of a file is read. `parse` gives the value as Postgres reads it, or null when it does not fit. */
export type Column = {
  name: string;
  required: boolean;
  /** A required column that must stand in the header, whose cells are checked by the file's own `check`. */
  mayBeEmpty: boolean;
  sqlType: "text" | "float8" | "boolean" | "date" | "timestamptz";
  /** Completes the sentence "This should be ...". */
  wants: string;
  parse(cell: string): string | null;
  /** Shown in the template. */
  example: string;
  /**
   * Came to the format when files of this kind had been taken in already: where it is empty, the content is the same as without it. Such
   * columns stand last.
   */
  late: boolean;
};

type Options = { required?: boolean; mayBeEmpty?: boolean; example?: string; late?: boolean };

const column = (
  name: string,
  { required = false, mayBeEmpty = false, example = "", late = false }: Options,
  rest: Pick<Column, "sqlType" | "wants" | "parse">,
) => ({
  name,
  required,
  mayBeEmpty,
  example,
  late,
  ...rest,
});

/** Free text. Postgres holds no NUL, and an id of a kilobyte is a broken quote rather than an id. */
export const text = (name: string, options: Options & { longest?: number } = {}): Column => {
  const longest = options.longest ?? 500;
  return column(name, options, {
    sqlType: "text",
    wants: `text of at most ${longest} characters`,
    parse: (cell) => (cell.length <= longest && !cell.includes("\0") ? cell : null),
  });
};

const numberShape = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** Beyond this, squares of ratios leave the range of double precision, and no measure of work comes near it. */
const largest = 1e60;

export const number = (
  name: string,
  options: Options & { from?: number; to?: number; wants?: string } = {},
): Column => {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = options;
  return column(name, options, {
    sqlType: "float8",
    wants:
      options.wants ??
      `a number${from === 0 ? " of 0 or more" : ""}, with a point as decimal mark, and no larger than 1e60`,
    parse: (cell) => {
      if (!numberShape.test(cell)) return null;
      const value = Number(cell);
      if (!(value >= from && value <= to)) return null;
      if (value === 0) return "0";
      return Math.abs(value) <= largest && Math.abs(value) >= 1 / largest ? cell : null;
    },
  });
};

/** A share between 0 and 1. */
export const share = (name: string, options: Options = {}) =>
  number(name, { ...options, from: 0, to: 1, wants: "a share between 0 and 1, with a point as decimal mark" });

/** A level on the scale from 1 to 5. */
export const level = (name: string, options: Options = {}) =>
  number(name, { ...options, from: 1, to: 5, wants: "a level from 1 to 5" });

export const wholeLevel = (name: string, options: Options = {}): Column => ({
  ...level(name, options),
  wants: "a whole number from 1 to 5",
  parse: (cell) => (/^[1-5]$/.test(cell) ? cell : null),
});

const truths = new Map([
  ...["true", "t", "yes", "y", "1"].map((word) => [word, "true"] as const),
  ...["false", "f", "no", "n", "0"].map((word) => [word, "false"] as const),
]);

export const yesNo = (name: string, options: Options = {}): Column =>
  column(name, options, {
    sqlType: "boolean",
    wants: "true or false",
    parse: (cell) => truths.get(cell) ?? truths.get(cell.toLowerCase()) ?? null,
  });

export const oneOf = (name: string, words: readonly string[], options: Options = {}): Column => {
  const known = new Set(words);
  return column(name, options, {
    sqlType: "text",
    wants: `one of ${words.join(", ")}`,
    parse: (cell) => {
      if (known.has(cell)) return cell;
      const lower = cell.toLowerCase();
      return known.has(lower) ? lower : null;
    },
  });
};

/** A text of a given shape, for example an arm. */
/** Words of a shape, in lower case whatever their own. */
export const shaped = (name: string, shape: RegExp, wants: string, options: Options = {}): Column =>
  column(name, options, {
    sqlType: "text",
    wants,
    parse: (cell) => {
      const lower = cell.toLowerCase();
      return shape.test(lower) ? lower : null;
    },
  });

const dateShape = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?Z?)?$/i;

/** A day. A time of day behind it, without a zone or in UTC, is left off; with another zone the day would be a guess. */
export const date = (name: string, options: Options = {}): Column =>
  column(name, options, {
    sqlType: "date",
    wants: "a date such as 2025-03-31, from 1900 to 2199",
    parse: (cell) => {
      const found = dateShape.exec(cell);
      return found && isDay(Number(found[1]), Number(found[2]), Number(found[3])) ? cell.slice(0, 10) : null;
    },
  });

const momentShape =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** A time; without a zone it is UTC, without a time of day it is midnight. */
export const moment = (name: string, options: Options = {}): Column =>
  column(name, options, {
    sqlType: "timestamptz",
    wants: "a time such as 2025-03-31T14:30:00Z",
    parse: (cell) => {
      const found = momentShape.exec(cell);
      if (!found || !isDay(Number(found[1]), Number(found[2]), Number(found[3]))) return null;
      if (found[4] === undefined) return `${cell} 00:00:00Z`;
      if (Number(found[4]) > 23 || Number(found[5]) > 59 || Number(found[6] ?? 0) > 59) return null;
      const zone = found[7];
      if (zone === undefined) return `${cell.replace(",", ".")}Z`;
      return zone.length > 1 && Number(zone.slice(1, 3)) > 14 ? null : cell.replace(",", ".");
    },
  });

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Years outside 1900 to 2199 are slips of the keyboard, and each month of events costs a partition. */
function isDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2199 || day < 1 || day > (daysIn[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}
