import { expect, test } from "vitest";
import { evaluatedBySkill } from "./evaluated";

const claim = { grade: "B" as const, sentence: "It fell." };
const errors = { name: "Error rate", direction: "down" as const };

test("evaluated initiatives stand with the skills their plan names, by old words as well, where their KPI is to fall", () => {
  const words = { Refunds: "r", "Handling refunds": "r", Filing: "f" };
  const of = (id: string, skills: string[]) => ({ id, title: id, chain: { skills }, kpi: errors, claim });
  const found = evaluatedBySkill(
    [
      of("old and new", ["Refunds", "Handling refunds"]),
      of("both", ["Refunds", "Filing", "Nothing known"]),
      { ...of("not evaluated", ["Refunds"]), claim: null },
      { ...of("to rise", ["Refunds"]), kpi: { name: "Win rate", direction: "up" } },
      { ...of("no plan of a KPI", ["Refunds"]), kpi: null },
    ],
    words,
  );
  const row = (id: string) => ({ id, title: id, kpi: "Error rate", ...claim });
  expect(found).toEqual({ r: [row("old and new"), row("both")], f: [row("both")] });
});
