import { expect, test } from "vitest";
import { normalQuantile } from "@/lib/stats/normal";
import { studentTQuantile } from "@/lib/stats/student-t";
import { correlationOf } from "./correlation-of";
import { poolEffects } from "./pool-effects";
import type { SkillEvidence } from "./skill-pay";
import { skillPays } from "./skill-pays";

const z = normalQuantile(0.975);
/** An effect with a 95 % interval of so large a standard error. */
const effect = (estimate: number, error: number) => ({
  estimate,
  ci: [estimate - z * error, estimate + z * error] as [number, number],
});
const errors = { id: "errors", name: "Error rate", unit: "share", direction: "down", log: false } as const;

function row(over: Partial<SkillEvidence> = {}): SkillEvidence {
  return {
    initiativeId: "i1",
    title: "Refunds",
    grade: "B",
    people: 100,
    skill: { id: "s1", name: "Judging" },
    behaviours: ["Asks why"],
    applied: { ...effect(0.5, 0.1), verdict: "moved" },
    kpi: errors,
    effect: { ...effect(-0.02, 0.005), verdict: "moved" },
    spread: 0.1,
    together: null,
    money: null,
    ...over,
  };
}
const moved = (estimate: number, error: number) => ({ ...effect(estimate, error), verdict: "moved" as const });

test("one initiative is told as it is and cannot be pooled", () => {
  const [pay] = skillPays([row()]);
  expect(pay).toMatchObject({ effect: { kind: "single", estimate: -0.02 }, people: 100, grade: "B", verdict: "pays" });
  expect(pay?.shrunken).toBeNull();
  expect(pay?.correlation).toBeNull();
});

test("two equal errors pool to the mean; the interval is that of Hartung and Knapp on one degree of freedom", () => {
  const found = poolEffects([effect(1, 0.1), effect(3, 0.1)], 0.95);
  if (found.kind !== "pooled") throw new Error(found.kind);
  expect(found.estimate).toBeCloseTo(2, 10);
  // Half the difference is the standard error of two equal weights: sqrt((1 + 1) / 1 / 2) = 1.
  expect(found.ci[1] - found.estimate).toBeCloseTo(studentTQuantile(0.975, 1), 8);
});

test("initiatives that agree to the digit are not more certain than their own errors allow", () => {
  const found = poolEffects([effect(2, 0.3), effect(2.0001, 0.3), effect(1.9999, 0.3)], 0.95);
  if (found.kind !== "pooled") throw new Error(found.kind);
  expect(found.estimate).toBeCloseTo(2, 8);
  expect(found.ci[1] - found.estimate).toBeCloseTo((studentTQuantile(0.975, 2) * 0.3) / Math.sqrt(3), 6);
});

test("weights go with precision", () => {
  // No spread beyond error: 1 / 0.1^2 against 1 / 0.2^2 is 4 to 1.
  const found = poolEffects([effect(1, 0.1), effect(1.1, 0.2)], 0.95);
  expect(found).toMatchObject({ kind: "pooled", estimate: expect.closeTo((4 * 1 + 1.1) / 5, 8), initiatives: 2 });
});

test("several initiatives rest on the people of all, and are as strong as the weakest", () => {
  const [pay] = skillPays([
    row(),
    row({ initiativeId: "i2", grade: "D", people: 40, behaviours: ["Checks", "Asks why"] }),
  ]);
  expect(pay).toMatchObject({ people: 140, grade: "D", behaviours: ["Asks why", "Checks"] });
  expect(pay?.evidence).toHaveLength(2);
  // Grade D: before and after, no comparison, says nothing of what pays.
  expect(pay?.verdict).toBe("unclear");
});

test("a KPI on another scale, of another unit or under another skill stands apart", () => {
  const pays = skillPays([
    row(),
    row({ initiativeId: "i2", kpi: { ...errors, log: true } }),
    row({ initiativeId: "i3", kpi: { ...errors, unit: "days" } }),
    row({ initiativeId: "i4", skill: { id: "s2", name: "Listening" } }),
  ]);
  expect(pays).toHaveLength(4);
  expect(pays.every(({ effect: { kind } }) => kind === "single")).toBe(true);
});

test("a skill pays where it was applied more and the KPI got better, and is told apart from the other three", () => {
  const verdict = (over: Partial<SkillEvidence>) => skillPays([row(over)])[0]?.verdict;
  expect(verdict({})).toBe("pays");
  expect(verdict({ effect: { ...effect(0.001, 0.005), verdict: "flat" } })).toBe("not_shown");
  expect(verdict({ effect: { ...effect(0.02, 0.005), verdict: "worse" } })).toBe("not_shown");
  expect(verdict({ effect: { ...effect(-0.01, 0.02), verdict: "unclear" } })).toBe("unclear");
  expect(verdict({ applied: { ...effect(0, 0.05), verdict: "flat" } })).toBe("not_applied");
  expect(verdict({ applied: null })).toBe("unclear");
  expect(verdict({ grade: "D" })).toBe("unclear");
});

test("with four effects each is pulled towards the mean of all, in spreads towards better, by Morris' rule", () => {
  const kpi = (id: string, direction: "up" | "down") => ({ ...errors, id, direction });
  const rows = [
    row({ kpi: kpi("a", "down"), effect: moved(-0.04, 0.02), spread: 0.1 }),
    row({ kpi: kpi("b", "up"), effect: moved(2, 2), spread: 10 }),
    row({ kpi: kpi("c", "up"), effect: moved(0, 0.2), spread: 1 }),
    row({ kpi: kpi("d", "up"), effect: moved(0.6, 0.2), spread: 1 }),
  ];
  expect(skillPays(rows.slice(0, 3)).every(({ shrunken }) => shrunken === null)).toBe(true);
  const pays = skillPays(rows);
  const of = (id: string) => pays.find((pay) => pay.kpi.id === id)?.shrunken;
  // Standardised: 0.4, 0.2, 0 and 0.6, each with an error of 0.2; mean 0.3, squares about it 0.2, over 3 less 0.04 is the variance between.
  const between = 0.2 / 3 - 0.04;
  const pull = ((1 / 3) * 0.04) / (0.04 + between);
  expect(of("a")?.estimate).toBeCloseTo(0.3 + (1 - pull) * 0.1, 6);
  expect(of("c")?.estimate).toBeCloseTo(0.3 - (1 - pull) * 0.3, 6);
  expect(of("d")?.pull).toBeCloseTo(pull, 6);
});

test("an effect two skills of one initiative share counts once when effects are shrunken", () => {
  const kpi = (id: string) => ({ ...errors, id });
  const three = ["a", "b", "c"].map((id) => row({ kpi: kpi(id) }));
  const twice = row({ kpi: kpi("a"), skill: { id: "s2", name: "Listening" } });
  expect(skillPays([...three, twice]).every(({ shrunken }) => shrunken === null)).toBe(true);
});

test("the correlation over initiatives is Pearson's, from four on, and null where one does not vary", () => {
  const pairs = [
    [1, 2],
    [2, 4],
    [3, 5],
    [4, 4],
  ] as const;
  // Sums about the means: xy 3.5, xx 5, yy 4.75.
  expect(correlationOf(pairs)).toEqual({ r: expect.closeTo(3.5 / Math.sqrt(5 * 4.75), 12), initiatives: 4 });
  expect(correlationOf(pairs.slice(1))).toBeNull();
  expect(correlationOf(pairs.map(([x]) => [x, 1] as const))).toBeNull();
});
