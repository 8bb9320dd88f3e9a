import "server-only";
import { hash } from "node:crypto";
import type pg from "pg";
import { addDays } from "@/lib/days";
import type { CellFault } from "@/lib/intake/fault";
import type { FileDefinition } from "@/lib/intake/file-definition";
import { matchHeader } from "@/lib/intake/read/match-header";
import type { RowSource } from "@/lib/intake/read/row-source";
import { openCopy } from "./copy-channel";
import { copyNull, copyText } from "./copy-text";

export type Staged = {
  rows: number;
  hasFaults: boolean;
  from: string | null;
  to: string | null;
  months: Set<string>;
  unknown: string[];
};

/**
 * The statement that makes `staged`: a line, an md5 of the content, the typed cells, unknown columns, and what is wrong. The person
 * stands first and outside the md5, because sources may name one person in several ways; a late column without a value is outside it too.
 */
export function stagedTable({ columns }: FileDefinition): string {
  const isPerson = (name: string) => (name === "employee_id" ? 0 : 1);
  const cells = columns
    .toSorted((left, right) => isPerson(left.name) - isPerson(right.name))
    .map(({ name, sqlType }) => `"${name}" ${sqlType}`)
    .join(", ");
  return `create temp table staged (line int, digest uuid, ${cells}, attributes jsonb, faults jsonb) on commit drop`;
}

/**
 * Streams rows through the column parsers into the temp table `staged` by COPY. A row that does not fit is staged with its faults
 * and nothing else. Memory does not grow with the number of rows.
 */
export async function stageRows(
  client: pg.ClientBase,
  definition: FileDefinition,
  source: RowSource,
  onProgress: (bytesRead: number, rows: number) => void,
): Promise<Staged> {
  const match = matchHeader(definition.columns, source.header);
  const staged: Staged = {
    rows: 0,
    hasFaults: false,
    from: null,
    to: null,
    months: new Set(),
    unknown: match.unknown.map(({ name }) => name),
  };
  const toText = rowWriter(definition, source.header.length, match, staged);
  const channel = openCopy(client, "copy staged from stdin");
  let text = "";
  try {
    await source.each(
      (cells, line, slip) => {
        // Spreadsheets leave rows of bare commas at the end.
        if (slip === null && cells.every((cell) => trimmed(cell) === "")) return;
        staged.rows++;
        text += toText(cells, line, slip);
      },
      async (bytesRead) => {
        const ready = text;
        text = "";
        await channel.write(ready);
        onProgress(bytesRead, staged.rows);
      },
    );
    await channel.write(text);
    await channel.end();
  } catch (error) {
    channel.abort();
    throw error;
  }
  return staged;
}

function rowWriter(definition: FileDefinition, width: number, match: ReturnType<typeof matchHeader>, staged: Staged) {
  const { columns, check } = definition;
  const { positions, unknown } = match;
  const keep = definition.keepsUnknown ? unknown : [];
  const personAt = columns.findIndex((column) => column.name === "employee_id");
  const whenAt = columns.findIndex((column) => column.name === definition.when);
  const names = new Map(columns.map((column, at) => [column.name, at]));
  const isText = columns.map((column) => column.sqlType === "text");
  const isLate = columns.map((column) => column.late);
  const hasLate = isLate.includes(true);
  const noCells = `\t${copyNull}`.repeat(columns.length + 2);
  const values: (string | null)[] = new Array(columns.length).fill(null);
  const cellOf = (name: string) => values[names.get(name) ?? -1] ?? null;
  let faults: CellFault[] = [];

  const parseCells = (cells: string[]) => {
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at];
      if (!column) continue;
      const cell = trimmed(cells[positions[at] ?? -1] ?? "");
      const value = cell === "" ? null : column.parse(cell);
      values[at] = value;
      if (value !== null || (cell === "" && (!column.required || column.mayBeEmpty))) continue;
      const reason = cell === "" ? "This must not be empty" : `This should be ${column.wants}`;
      faults.push({ column: column.name, value: cell === "" ? null : shown(cell), reason });
    }
    if (check && faults.length === 0) {
      const fault = check(cellOf);
      if (fault) faults.push(fault);
    }
  };

  return (cells: string[], line: number, slip: string | null): string => {
    faults = [];
    if (slip) faults.push({ column: "", value: null, reason: slip });
    else if (cells.length !== width) {
      faults.push({ column: "", value: null, reason: `The row has ${cells.length} cells, the header has ${width}` });
    } else parseCells(cells);
    if (faults.length > 0) {
      staged.hasFaults = true;
      return `${line}${noCells}\t${copyText(JSON.stringify(faults))}\n`;
    }

    let subject = "";
    let content = "";
    // What the digest is of: late columns at the end that say nothing are no part of it.
    let told = "";
    let silent = "";
    for (let at = 0; at < values.length; at++) {
      const value = values[at] ?? null;
      const field = value === null ? `\t${copyNull}` : isText[at] ? `\t${copyText(value)}` : `\t${value}`;
      if (at === personAt) subject = field;
      else {
        content += field;
        if (!hasLate) continue;
        if (value === null && isLate[at]) silent += field;
        else {
          told += silent + field;
          silent = "";
        }
      }
    }
    const attributes = keep.length > 0 ? `\t${copyText(attributesOf(cells, keep))}` : `\t${copyNull}`;
    const when = values[whenAt];
    if (when) noteDay(staged, when);
    const digest = hash("md5", (hasLate ? told : content) + attributes);
    return `${line}\t${digest}${subject}${content}${attributes}\t${copyNull}\n`;
  };
}

/** Postgres holds no NUL, not even in a report of one. */
const shown = (cell: string) => cell.slice(0, 200).replaceAll("\0", "\uFFFD");

function noteDay(staged: Staged, when: string): void {
  const day = when.slice(0, 10);
  if (staged.from === null || day < staged.from) staged.from = day;
  if (staged.to === null || day > staged.to) staged.to = day;
  staged.months.add(day.slice(0, 7));
  if (when.length > 10 && !/z$/i.test(when))
    // A time with an offset may belong to the day before or after in UTC.
    for (const shift of [-1, 1]) staged.months.add(addDays(day, shift).slice(0, 7));
}

/** Numbers stay numbers, so that they can serve as covariates; an empty cell takes the attribute away. */
function attributesOf(cells: string[], unknown: { name: string; at: number }[]): string {
  const entries = unknown.map(({ name, at }) => {
    const cell = trimmed(cells[at] ?? "").replaceAll("\0", "");
    const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?$/.test(cell) && !/^0\d/.test(cell);
    return [name, cell === "" ? null : isNumber ? Number(cell) : cell];
  });
  return JSON.stringify(Object.fromEntries(entries));
}

function trimmed(cell: string): string {
  if (cell === "") return cell;
  return isSpace(cell.charCodeAt(0)) || isSpace(cell.charCodeAt(cell.length - 1)) ? cell.trim() : cell;
}

const isSpace = (code: number) => code <= 32 || code === 160;
