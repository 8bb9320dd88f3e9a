import { expect, test } from "vitest";
import { skillColumns } from "@/lib/intake/taxonomy/skill-columns";
import { fromSourceCell } from "@/lib/intake/taxonomy/source-cell";
import type { SkillNode } from "./node";
import { editInput } from "./node-input";

/** The longest cell a column takes, or nothing where it is shorter than asked. */
const cell = (name: string, text: string) => skillColumns.find((column) => column.name === name)?.parse(text) ?? null;

test("a skill with the longest cells an import takes can be edited", () => {
  const before: SkillNode = {
    kind: "skill",
    id: "5b2f4a1e-0000-4000-8000-000000000000",
    name: cell("skill", "n".repeat(400)) ?? "",
    summary: cell("skill_summary", "s".repeat(4_000)),
    facet: null,
    risk: null,
    depth: null,
    halfLifeDays: Number(cell("half_life_days", "36500")),
    ownerId: null,
    rangeReason: cell("range_reason", "r".repeat(4_000)),
    source: fromSourceCell(cell("skill_source", JSON.stringify({ scheme: "x", code: "c".repeat(7_000) })) ?? ""),
  };
  expect([before.summary?.length, before.rangeReason?.length, before.source?.code.length]).toEqual([
    4_000, 4_000, 7_000,
  ]);
  const edit = { label: "Renamed", changes: [{ id: before.id, before, after: { ...before, name: "Another" } }] };
  expect(editInput.safeParse(edit).error).toBeUndefined();
});
