import type { Fault } from "@/lib/intake/fault";
import { matchHeader, plainName } from "@/lib/intake/read/match-header";
import { rowOwners } from "@/lib/intake/taxonomy/row-owners";
import { checkSkillRow, skillColumns } from "@/lib/intake/taxonomy/skill-columns";
import { scanText } from "@/lib/skills/exchange/scan-text";

export type SkillRow = { line: number; cells: ReadonlyMap<string, string> };
export type SkillRows = { rows: SkillRow[]; faults: Fault[]; present: ReadonlySet<string>; unknown: string[] };

/**
 * The rows of a skills.csv that can be taken, and why the others cannot, by the same rules as an import at /data.
 * @throws DomainError when a quotation mark is never closed or a required column is missing
 */
export function readSkillRows(file: string, text: string): SkillRows {
  let header: string[] | null = null;
  let match: ReturnType<typeof matchHeader> | null = null;
  const found: SkillRows = { rows: [], faults: [], present: new Set(), unknown: [] };
  scanText(file, text, (cells, line, slip) => {
    if (!header || !match) {
      header = cells.map((cell) => cell.trim());
      match = matchHeader(skillColumns, header);
      return;
    }
    if (slip === null && cells.every((cell) => cell.trim() === "")) return;
    const fault = (column: string, value: string | null, reason: string) =>
      found.faults.push({ file, line, column, value, reason });
    if (slip) fault("", null, slip);
    else if (cells.length !== header.length)
      fault("", null, `The row has ${cells.length} cells, the header has ${header.length}`);
    else {
      const row = parseRow(cells, match.positions, fault);
      if (row) found.rows.push({ line, cells: row });
    }
  });
  const names = new Set(skillColumns.map(({ name }) => name));
  const shown = (header ?? []) as string[];
  return {
    ...withoutContradictions(file, found),
    present: new Set(shown.map(plainName).filter((name) => names.has(name))),
    unknown: ((match as ReturnType<typeof matchHeader> | null)?.unknown ?? []).map(({ name }) => name),
  };
}

type Say = (column: string, value: string | null, reason: string) => void;

function parseRow(cells: string[], positions: number[], fault: Say): Map<string, string> | null {
  const row = new Map<string, string>();
  let isWhole = true;
  for (const [at, column] of skillColumns.entries()) {
    const cell = (cells[positions[at] ?? -1] ?? "").trim();
    if (cell === "") continue;
    const value = column.parse(cell);
    if (value !== null) row.set(column.name, value);
    else {
      isWhole = false;
      fault(column.name, cell.slice(0, 200), `This should be ${column.wants}`);
    }
  }
  const wrong = isWhole ? checkSkillRow((name) => row.get(name) ?? null) : null;
  if (wrong) fault(wrong.column, wrong.value, wrong.reason);
  return isWhole && !wrong ? row : null;
}

/** Rows that say otherwise than an earlier one of the same thing; the line is named. */
function withoutContradictions(file: string, { rows, faults }: SkillRows): Pick<SkillRows, "rows" | "faults"> {
  const said = new Map<string, { line: number; value: string }>();
  const kept = rows.filter(({ line, cells }) => {
    const wrong = rowOwners.flatMap(({ column, owner, of }) => {
      const value = cells.get(column);
      if (value === undefined || !cells.has(owner.at(-1) ?? "")) return [];
      const key = JSON.stringify([column, ...owner.map((name) => cells.get(name) ?? null)]);
      const first = said.get(key);
      if (!first) said.set(key, { line, value });
      if (!first || first.value === value) return [];
      return [{ file, line, column, value, reason: `Line ${first.line} says ${first.value} of the same ${of}` }];
    });
    faults.push(...wrong);
    return wrong.length === 0;
  });
  return { rows: kept, faults };
}
