import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Bounds } from "@/lib/access/scope";

export type ListReport = {
  /** Lines (from 1) whose id nobody within the viewer's bounds has. */
  unknown: { line: number; id: string }[];
  /** How many lines named somebody once more. */
  repeated: number;
  known: number;
};

/**
 * The people of a pasted list or CSV file: the first field of each line, or several separated by commas or semicolons on one line where
 * there is no more than one line. A heading is skipped. Somebody outside the viewer's units is as unknown as somebody who is nobody.
 */
export async function readList(
  tx: Tx,
  orgId: string,
  bounds: Bounds,
  text: string,
): Promise<ListReport & { personIds: string[] }> {
  const lines = listLines(text);
  const inside =
    bounds.kind === "units"
      ? sql`(select e.unit_id from employments e where e.org_id = ${orgId} and e.person_id = h.id order by e.starts_on desc limit 1)
          = any(${sql.param(bounds.unitIds)}::uuid[])`
      : sql`true`;
  const { rows } = await tx.execute<{ employeeId: string; personId: string }>(sql`
    select h.employee_id as "employeeId", h.id::text as "personId" from people h
    where h.org_id = ${orgId} and h.employee_id = any(${sql.param([...new Set(lines.map(({ id }) => id))])}::text[]) and ${inside}`);
  const byId = new Map(rows.map(({ employeeId, personId }) => [employeeId, personId]));
  const personIds = new Set<string>();
  const unknown: ListReport["unknown"] = [];
  let repeated = 0;
  for (const line of lines) {
    const personId = byId.get(line.id);
    if (personId === undefined) unknown.push(line);
    else if (personIds.has(personId)) repeated += 1;
    else personIds.add(personId);
  }
  return { unknown, repeated, known: personIds.size, personIds: [...personIds] };
}

const headings = new Set(["employee_id", "employee id", "employeeid", "id"]);

/** The ids of a list with the line each stands on. */
export function listLines(text: string): { line: number; id: string }[] {
  const clean = (field: string) =>
    field
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim();
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const filled = lines.flatMap((line, index) => (line.trim() === "" ? [] : [{ line: index + 1, text: line }]));
  const [only] = filled;
  if (only && filled.length === 1)
    return only.text.split(/[,;\t]/).flatMap((field) => (clean(field) ? [{ line: only.line, id: clean(field) }] : []));
  return filled.flatMap(({ line, text: written }, index) => {
    const id = clean(written.split(/[,;\t]/)[0] ?? "");
    return id === "" || (index === 0 && headings.has(id.toLowerCase())) ? [] : [{ line, id }];
  });
}
