import { depths, facets, risks, type TaxonomySource, witnesses } from "@/db/schema/taxonomy";
import { anchorColumns } from "@/lib/intake/taxonomy/skill-columns";
import { fromSourceCell } from "@/lib/intake/taxonomy/source-cell";
import type { NodeKind, TaxonomyNode } from "@/lib/skills/tree/node";
import type { SkillRow } from "./read-skill-rows";

/** The rows that name one thing. */
export type RowGroup = { id: string; kind: NodeKind; rows: SkillRow[] };

export const idOf = (kind: NodeKind, ...names: (string | null)[]) => `${kind} ${JSON.stringify(names)}`;

/** What the first row that speaks of it says. */
export function toldBy(rows: readonly SkillRow[], column: string): string | null {
  for (const { cells } of rows) {
    const value = cells.get(column);
    if (value !== undefined) return value;
  }
  return null;
}

/** @param places how many stand under each parent so far, where the file has no positions of its own */
export function nodeOfRows(
  { id, kind, rows }: RowGroup,
  present: ReadonlySet<string>,
  places: Map<string, number>,
): TaxonomyNode {
  const told = (column: string) => toldBy(rows, column);
  const name = (column: string) => told(column) ?? "";
  const number = (column: string) => numberOf(told(column));
  const source = (column: string): TaxonomySource | null => fromSourceCell(name(column));
  const yes = (column: string) => rows.some(({ cells }) => cells.get(column) === "true");
  const position = (column: string, parent: string) => {
    const next = places.get(parent) ?? 0;
    places.set(parent, next + 1);
    return number(column) ?? next;
  };
  const ownOr = (own: string, derived: string) => (present.has(own) ? told(own) : common(rows, derived));
  const roleId = idOf("role", name("role"));
  const skillId = idOf("skill", name("skill"));
  switch (kind) {
    case "role":
      return {
        kind,
        id,
        name: name("role"),
        summary: told("role_summary"),
        ownerId: null,
        source: source("role_source"),
      };
    case "task":
      return {
        kind,
        id,
        roleId,
        name: name("task"),
        position: position("task_position", roleId),
        critical: yes("critical_task"),
        frequency: number("frequency"),
        impact: number("impact"),
        source: source("task_source"),
      };
    case "skill":
      return {
        kind,
        id,
        name: name("skill"),
        summary: told("skill_summary"),
        facet: known(facets, ownOr("skill_facet", "facet")),
        risk: known(risks, ownOr("skill_risk", "risk")),
        depth: known(depths, ownOr("skill_depth", "depth")),
        halfLifeDays: number("half_life_days"),
        ownerId: null,
        rangeReason: told("range_reason"),
        source: source("skill_source"),
      };
    case "behaviour":
      return {
        kind,
        id,
        skillId,
        statement: name("behaviour"),
        facet: known(facets, told("facet")),
        anchors: anchorColumns.some(told) ? anchorColumns.map(told) : null,
        seenBy: seenByOf(told("seen_by")),
        ofTeam: yes("of_team"),
        position: position("behaviour_position", skillId),
        source: source("behaviour_source"),
      };
    case "need": {
      const taskId = told("task") === null ? null : idOf("task", name("role"), name("task"));
      const levels = rows.flatMap(({ cells }) => numberOf(cells.get("target_level") ?? null) ?? []);
      const highest = levels.length > 0 ? Math.max(...levels) : null;
      return {
        kind,
        id,
        roleId,
        taskId,
        skillId,
        targetLevel: present.has("need_level") ? number("need_level") : highest,
        risk: known(risks, told("risk")),
        depth: known(depths, told("depth")),
        critical: yes("critical_need"),
        facet: known(facets, told("need_facet")),
        position: position("need_position", `needs of ${taskId ?? roleId}`),
        shownBy: rows.flatMap(({ cells }) => {
          const statement = cells.get("behaviour");
          if (statement === undefined) return [];
          return [
            { behaviourId: idOf("behaviour", statement), targetLevel: numberOf(cells.get("target_level") ?? null) },
          ];
        }),
      };
    }
  }
}

const numberOf = (cell: string | null) => (cell === null ? null : Number(cell));

const known = <Word extends string>(words: readonly Word[], cell: string | null): Word | null =>
  words.find((word) => word === cell) ?? null;

function common(rows: readonly SkillRow[], column: string): string | null {
  const values = new Set(rows.flatMap(({ cells }) => cells.get(column) ?? []));
  return values.size === 1 ? ([...values][0] ?? null) : null;
}

function seenByOf(cell: string | null) {
  if (cell === null) return ["manager" as const, "peer" as const];
  return witnesses.filter((witness) => cell.split(",").includes(witness));
}
