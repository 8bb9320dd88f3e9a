import type { OutlineRow } from "@/lib/skills/tree/outline";

export type MergeRow = Extract<OutlineRow, { kind: "task" | "skill" | "behaviour" }>;

/** Rows that can become one: at least two nodes of one kind. */
export function mergeable(rows: readonly OutlineRow[]): MergeRow[] {
  const [first] = rows;
  if (first?.kind !== "task" && first?.kind !== "skill" && first?.kind !== "behaviour") return [];
  const same = rows.filter((row): row is MergeRow => row.kind === first.kind);
  const once = same.filter((row, at) => same.findIndex(({ node }) => node.id === row.node.id) === at);
  return same.length === rows.length && once.length > 1 ? once : [];
}
