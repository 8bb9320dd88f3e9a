import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { linHc2FromRows } from "@/lib/stats/lin-hc2";
import { confidenceSequence } from "@/lib/stats/sequential/confidence-sequence";
import { evaluateStudy } from "@/test/evaluate-study";
import type { GivenPlan, StudyPerson } from "@/test/given-study";
import { person } from "@/test/small-study";
import { lookOf } from "./early-look";

afterAll(closePool);

/** Follow-up from April to September; values are in for May. */
const plan: GivenPlan = { followUpTo: "2025-09-30", kpis: [{ code: "outcome", name: "Outcome" }] };
const today = "2025-06-10";

function people(effect: number): StudyPerson[] {
  return Array.from({ length: 60 }, (_, index) => {
    const before = 5 + ((index * 7) % 11);
    const after = before + ((index * 5) % 9) + (index % 2 === 0 ? effect : 0);
    return person(`p${String(index).padStart(2, "0")}`, index % 2 === 0 ? "treatment" : "control", [before, after]);
  });
}

test("while the window is open the interval holds at every look, and nothing else is said", async () => {
  const result = await evaluateStudy(plan, people(1), today);
  const [headline] = result.results;
  expect(headline).toMatchObject({ method: "lin_hc2", status: "not_estimable", estimate: null, ci: null, p: null });
  const look = lookOf(headline ?? null);
  const rows = (treated: boolean) => people(1).filter(({ arm }) => (arm === "treatment") === treated);
  const values = (treated: boolean, at: number) => rows(treated).map((member) => Number(member.values[at]?.value));
  const arm = (treated: boolean) => ({ outcome: values(treated, 1), covariates: [values(treated, 0)] });
  const expected = confidenceSequence(linHc2FromRows({ treated: arm(true), control: arm(false) }), {
    units: 1,
    plannedUnits: 6,
  });
  if (expected.kind !== "confidence-sequence") throw new Error(expected.reason);
  expect(look).toMatchObject({ of: "lin_hc2", progress: expect.closeTo(1 / 6, 12), decision: "open" });
  expect(look?.interval[0]).toBeCloseTo(expected.interval[0], 9);
  expect(look?.interval[1]).toBeCloseTo(expected.interval[1], 9);
  expect(look?.wider_than_fixed).toBeGreaterThan(1.5);
  expect(result.claim).toMatchObject({ grade: "E", direction: "none" });
  expect(result.claim.sentence).toMatch(/^Too early to tell until 2025-09-30/);
});

test("once it has decided the direction is said, without a size and without a grade", async () => {
  const { claim, results } = await evaluateStudy(plan, people(12), today);
  expect(lookOf(results[0] ?? null)?.decision).toBe("above");
  expect(claim).toMatchObject({ grade: "E", direction: "none" });
  expect(claim.sentence).toBe(
    "Too early to tell how much until 2025-09-30, but the direction is decided: “Outcome” is higher in the programme, an improvement.",
  );
  const reverse = await evaluateStudy(
    { ...plan, kpis: [{ code: "outcome", name: "Outcome", direction: "down" }] },
    people(12),
    today,
  );
  expect(reverse.claim.sentence).toMatch(/a worsening\.$/);
});

test("there is no look without values, without a comparison, over waves, or after the end", async () => {
  const looks = async (change: GivenPlan, members = people(12), day = today) =>
    lookOf((await evaluateStudy({ ...plan, ...change }, members, day)).results[0] ?? null);
  expect(await looks({})).not.toBeNull();
  expect(
    await looks(
      {},
      people(12).map((member) => ({ ...member, values: member.values.slice(0, 1) })),
    ),
  ).toBeNull();
  expect(await looks({ design: "before_after" })).toBeNull();
  expect(await looks({ design: "phased" })).toBeNull();
  expect(await looks({}, people(12), "2025-10-01")).toBeNull();
});
