import { expect, test } from "vitest";
import { defaultRules, type EvidenceRules } from "@/lib/evidence/rules";
import { kindOfAct } from "./learning-kind";
import { type SkillFacts, skillState } from "./skill-state";

type Given = { day: string; level: number; source?: "manager" | "peer" | "system" | "self"; rater?: string | null };
const flags = { independent: null, accurate: null, consistent: null };
const rated = (...given: Given[]): SkillFacts => ({
  ratings: given.map((one) => ({ source: "manager", rater: "M", ...flags, ...one })),
  acts: [],
  certifiedOn: null,
});
const stateOf = (facts: SkillFacts, rules: Partial<EvidenceRules> = {}, target: number | null = 3) =>
  skillState(facts, { rules: { ...defaultRules, ...rules }, halfLifeDays: 100, target });

test("a rating one half-life older than the last weighs half, by hand", () => {
  // Weights 1 and 1/2: level (4 + 2/2) / 1.5 = 10/3, strength 1.5, effective looks 1.5² / 1.25 = 1.8.
  // Spread (0.5 (2 - 10/3)² + (4 - 10/3)²) / (1.5 - 1.25 / 1.5) = 2; t with 1 degree of freedom 12.706.
  const state = stateOf(rated({ day: "2026-01-01", level: 2 }, { day: "2026-04-11", level: 4 }));
  expect(state).toMatchObject({ status: "applied", seenOn: "2026-04-11", level: expect.closeTo(10 / 3, 12) });
  expect(state?.strength).toBeCloseTo(1.5, 12);
  expect(state?.margin).toBe(4);
});

test("the margin of four equal looks rests on what rounding hides: t(3) sqrt(1/12 / 4), by hand", () => {
  const looks = ["A", "B", "C", "D"].map((rater) => ({ day: "2026-01-01", level: 4, rater }));
  expect(stateOf(rated(...looks))?.margin).toBeCloseTo(3.182 * Math.sqrt(1 / 48), 12);
  // What one rater says of several behaviours on one day is one look, whose precision nobody can tell.
  expect(stateOf(rated(...looks.map((look) => ({ ...look, rater: "A" }))))?.margin).toBeNull();
});

test("weights are beside the largest one, so that doubling all of them changes nothing", () => {
  const facts = rated(
    { day: "2026-01-01", level: 2, source: "peer" },
    { day: "2026-01-01", level: 4 },
    { day: "2026-01-05", level: 5, source: "system", rater: null },
  );
  const doubled = stateOf(facts, { weights: { manager: 2, peer: 1.6, system: 2 } });
  expect(doubled).toEqual(stateOf(facts));
  expect(doubled?.level).toBeCloseTo((1.6 * 0.5 ** 0.04 + 4 * 0.5 ** 0.04 + 5) / (1.8 * 0.5 ** 0.04 + 1), 12);
});

test("what people say of themselves never counts as seen, however high and often", () => {
  const self = Array.from({ length: 9 }, (_, day) => ({
    day: `2026-03-0${day + 1}`,
    level: 5,
    source: "self" as const,
  }));
  expect(stateOf(rated(...self))).toMatchObject({
    status: "self_rated",
    level: null,
    strength: 0,
    self: { level: expect.closeTo(5, 12), ratings: 9 },
  });
  expect(stateOf(rated(...self, { day: "2026-01-01", level: 2 }))).toMatchObject({
    status: "applied",
    level: 2,
    strength: 1,
  });
});

test("validated takes two sources that speak today and agree; a third that differs does not undo it", () => {
  const both = rated({ day: "2026-01-10", level: 4 }, { day: "2026-01-12", level: 3, source: "peer" });
  expect(stateOf(both)).toMatchObject({ status: "validated", sources: 2, agree: true });
  expect(stateOf(both, { agreeWithin: 0.5 })).toMatchObject({ status: "applied", agree: false });
  expect(stateOf(both, { leastSources: 3 })).toMatchObject({ status: "applied", agree: null });
  const third = rated(...both.ratings, { day: "2026-01-12", level: 1, source: "system" });
  expect(stateOf(third)).toMatchObject({ status: "validated", sources: 3 });
  expect(stateOf(third, { leastSources: 3 })).toMatchObject({ status: "applied", agree: false });
  // Worth a quarter after two half-lives, less a day later: then the peer no longer speaks.
  const old = (day: string) => stateOf(rated({ day, level: 4 }, { day: "2026-01-12", level: 4, source: "peer" }));
  expect(old("2026-07-31")?.sources).toBe(2);
  expect(old("2026-08-01")).toMatchObject({ status: "applied", sources: 1 });
});

test("two managers are one source", () => {
  const two = rated({ day: "2026-01-10", level: 4 }, { day: "2026-01-10", level: 4, rater: "N" });
  expect(stateOf(two)).toMatchObject({ status: "applied", sources: 1, agree: null });
});

test("sustained takes measured months in a row at the target, up to the last one, and validation", () => {
  const months = (...levels: number[]) =>
    levels.flatMap((level, index) => {
      const day = `2026-0${index + 1}-15`;
      return [
        { day, level },
        { day, level, source: "peer" as const },
      ];
    });
  expect(stateOf(rated(...months(2, 3, 4, 3)))).toMatchObject({ status: "sustained", heldSince: "2026-02-01" });
  expect(stateOf(rated(...months(4, 2, 4, 3)))).toMatchObject({ status: "validated", heldSince: "2026-03-01" });
  expect(stateOf(rated(...months(4, 4, 4, 2)))).toMatchObject({ status: "validated", heldSince: null });
  expect(stateOf(rated(...months(3, 3, 3)), {}, 4)).toMatchObject({ heldSince: null });
  const alone = months(4, 4, 4).filter(({ source }) => source === undefined);
  expect(stateOf(rated(...alone))).toMatchObject({ status: "applied", heldSince: "2026-01-01" });
});

test("a source of weight nought is shown and counts nowhere", () => {
  const state = stateOf(rated({ day: "2026-01-01", level: 4, source: "peer" }), {
    weights: { manager: 1, peer: 0, system: 1 },
  });
  expect(state).toBeNull();
  const facts = { ...rated({ day: "2026-01-01", level: 4, source: "peer" }), certifiedOn: "2026-01-01" };
  const certified = stateOf(facts, { weights: { manager: 1, peer: 0, system: 1 } });
  expect(certified).toMatchObject({ status: "recalled", level: null, sources: 0, peer: { level: 4 } });
});

test("recall and simulated use keep the last day and its best score", () => {
  const acts = [
    { kind: "recalled" as const, day: "2026-01-01", score: 1 },
    { kind: "recalled" as const, day: "2026-02-01", score: 0.8 },
    { kind: "recalled" as const, day: "2026-02-01", score: 0.9 },
    { kind: "simulated" as const, day: "2026-01-05", score: null },
  ];
  expect(stateOf({ ...rated(), acts })).toMatchObject({
    status: "simulated",
    recalledOn: "2026-02-01",
    recallScore: 0.9,
    simulatedOn: "2026-01-05",
    simulatedScore: null,
  });
  expect(stateOf(rated())).toBeNull();
});

test("ratings many half-lives apart neither overflow nor vanish", () => {
  const state = stateOf(rated({ day: "1996-01-01", level: 1 }, { day: "2026-01-01", level: 5 }));
  expect(state).toMatchObject({ level: 5, strength: 1, margin: null, manager: { level: 5, ratings: 2 } });
});

test.each([
  [{ verb: "passed", format: "course", success: null, score: null }, "recalled"],
  [{ verb: "certified", format: null, success: null, score: null }, "recalled"],
  [{ verb: "completed", format: "course", success: true, score: 1 }, null],
  [{ verb: "completed", format: "Quiz", success: null, score: 0.7 }, "recalled"],
  [{ verb: "completed", format: "Quiz", success: null, score: null }, null],
  [{ verb: "completed", format: "latest news", success: true, score: 1 }, null],
  [{ verb: "completed", format: "scenario_card", success: null, score: null }, "simulated"],
  [{ verb: "completed", format: "Role-play", success: null, score: 0.5 }, null],
  [{ verb: "passed", format: "simulation", success: false, score: 1 }, null],
  [{ verb: "accessed", format: "simulation", success: true, score: 1 }, null],
] as const)("%o is evidence of %s", (act, kind) => {
  expect(kindOfAct(act)).toBe(kind);
});
