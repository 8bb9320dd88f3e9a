import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { verdictOf } from "@/lib/ladder/measure-verdict";
import { didCr1FromChanges } from "@/lib/stats/did-cr1";
import { linHc2FromRows } from "@/lib/stats/lin-hc2";
import { momentsOf } from "@/lib/stats/moments";
import { riskDifferenceNewcombe } from "@/lib/stats/newcombe";
import { type Act, type Answer, ladderOf, measureOf, rule, type Seen, twelve } from "@/test/given-ladder";

afterAll(closePool);

test("use counts own acts on the chain's activities from exposure to the end of follow-up, and nothing else", async () => {
  const used = (person: string, at = "2025-05-02", more: Partial<Act> = {}): Act => ({ person, at, ...more });
  const acts = [
    used("t0"),
    used("t0"),
    used("t1", "2025-04-01", { activity: "course" }),
    used("t2", "2025-06-30"),
    used("t3", "2025-03-31"),
    used("t4", "2025-07-01"),
    used("t5", "2025-05-02", { verb: "nudged" }),
    used("c0"),
  ];
  const use = measureOf(await ladderOf({}, twelve(), { acts }), "use");
  const wanted = riskDifferenceNewcombe({ treated: { n: 6, events: 3 }, control: { n: 6, events: 1 } });
  if (wanted.kind !== "estimate") throw new Error("not estimable");
  expect(use).toMatchObject({ status: "estimated", method: "risk_difference_newcombe", n: { treated: 6, control: 6 } });
  expect(use.estimate).toBeCloseTo(1 / 3, 12);
  expect(use.ci?.[0]).toBeCloseTo(wanted.interval[0], 12);
  expect(use.levels?.treated).toMatchObject({ n: 6, mean: 0.5 });
});

test("scores are means of people, and where the others have none the level stands alone", async () => {
  const scores: [string, number][] = [
    ["t0", 0.9],
    ["t0", 0.7],
    ["t1", 0.6],
    ["t2", 1],
    ["t3", 0.8],
    ["t4", 0.7],
    ["t5", 0.9],
  ];
  const acts = scores.map(
    ([person, score], at): Act => ({ person, at: `2025-05-0${at + 1}`, verb: "passed", score, confidence: 0.5 }),
  );
  acts.push({ person: "t1", at: "2025-05-20", verb: "rated", score: 0.1 });
  const ladder = await ladderOf({}, twelve(), { acts });
  const quiz = measureOf(ladder, "quiz");
  const own = momentsOf([0.8, 0.6, 1, 0.8, 0.7, 0.9]);
  expect(quiz).toMatchObject({ status: "not_estimable", mark: 0.7, levels: { treated: { n: 6 }, control: { n: 0 } } });
  expect(quiz.levels?.treated.mean).toBeCloseTo(own.mean, 12);
  const margin = 2.570581835636314 * Math.sqrt(own.variance / 6);
  expect(quiz.levels?.treated.ci?.[0]).toBeCloseTo(own.mean - margin, 9);
  expect(measureOf(ladder, "confidence").decides).toBe(false);
});

test("behaviour compares the same behaviours before and after, seen by others, by the design's own method", async () => {
  const after = { treated: [3, 3.5, 4, 3, 4.5, 4], control: [2, 2.5, 3, 2, 3.5, 2] };
  const before = [2, 2.5, 3, 2, 3, 2.5];
  const seen = (["treated", "control"] as const).flatMap((arm) =>
    before.flatMap((level, at): Seen[] => {
      const person = `${arm[0]}${at}`;
      return [
        { person, at: "2025-02-01", level: level - 0.5 },
        { person, at: "2025-03-01", level: level + 0.5, source: "system" },
        { person, at: "2025-05-01", level: after[arm][at] ?? 0 },
        // Rated once only, by themselves, and of another chain: none of it is in the comparison.
        { person, at: "2025-05-01", level: 5, behaviour: "Asks back" },
        { person, at: "2025-05-01", level: 5, source: "self" },
        { person, at: "2025-05-01", level: 1, behaviour: "Something else" },
      ];
    }),
  );
  const lin = measureOf(await ladderOf({}, twelve(), { seen }), "level");
  const rows = linHc2FromRows({
    treated: { outcome: after.treated, covariates: [before] },
    control: { outcome: after.control, covariates: [before] },
  });
  if (rows.kind !== "estimate") throw new Error("not estimable");
  expect(lin.method).toBe("lin_hc2");
  expect(lin.estimate).toBeCloseTo(rows.estimate, 9);
  expect(lin.ci?.[1]).toBeCloseTo(rows.interval[1], 9);
  expect(verdictOf(lin, rule)).toBe("moved");

  const reworded = measureOf(await ladderOf({}, twelve(), { seen, reworded: true }), "level");
  expect([reworded.estimate, reworded.ci]).toEqual([lin.estimate, lin.ci]);

  const did = measureOf(await ladderOf({ design: "comparison" }, twelve(), { seen }), "level");
  const gap = (arm: "treated" | "control") => momentsOf(after[arm].map((value, at) => value - (before[at] ?? 0)));
  const wanted = didCr1FromChanges({ treated: gap("treated"), control: gap("control") });
  if (wanted.kind !== "estimate") throw new Error("not estimable");
  expect(did.method).toBe("did_cr1");
  expect(did.ci?.[0]).toBeCloseTo(wanted.interval[0], 9);
});

test("training against work counts people, not scores, and leaves out whoever lacks either", async () => {
  // Scores over 0.8: t3, t4, t5. Follow-up values 8, 6, 9.5, 6, 6.5, 9 with the median 7.25: better are t0, t2, t5.
  const scores = [0.5, 0.6, 0.7, 0.9, 0.95, 1];
  const acts = scores.flatMap((score, at): Act[] => [
    { person: `t${at}`, at: "2025-05-02", verb: "passed", score },
    { person: `c${at}`, at: "2025-05-02", verb: "passed", score: 0 },
  ]);
  const tables = (await ladderOf({}, twelve(), { acts })).transfer;
  expect(tables).toEqual([
    {
      activity: "card",
      behaviour: null,
      by: "score",
      cut: { kind: "pass_mark", value: 0.7 },
      median: 7.25,
      cells: { strong_good: 2, strong_poor: 2, weak_good: 1, weak_poor: 1 },
    },
  ]);
});

test("surveys of this initiative count the latest answer of each person, and every anonymous one", async () => {
  const answers: Answer[] = [
    { person: "t0", class: "irrelevant", on: "2025-06-01" },
    { person: "t0", class: "helpful", on: "2025-07-01" },
    { person: null, class: "helpful" },
    { person: null, class: "irrelevant" },
    { person: "t1", class: "helpful", code: "another" },
  ];
  const ladder = await ladderOf({}, twelve(), { answers });
  expect(ladder.survey).toEqual({ helpful: 2, distracting: 0, irrelevant: 1 });
});

test("without a comparison group the change in behaviour of the trained is a paired one", async () => {
  const before = [2, 2.5, 3, 2, 3, 2.5];
  const after = [3, 3.5, 4, 3, 4.5, 4];
  const seen = before.flatMap((level, at): Seen[] => [
    { person: `t${at}`, at: "2025-02-01", level },
    { person: `t${at}`, at: "2025-05-01", level: after[at] ?? 0 },
  ]);
  const people = twelve().filter(({ arm }) => arm === "treatment");
  const level = measureOf(await ladderOf({ design: "before_after" }, people, { seen }), "level");
  const change = momentsOf(after.map((one, at) => one - (before[at] ?? 0)));
  expect(level).toMatchObject({ status: "estimated", method: "before_after_paired", n: { treated: 6, control: 0 } });
  expect(level.estimate).toBeCloseTo(change.mean, 12);
});
