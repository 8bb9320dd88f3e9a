import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { eValueOfDifference } from "@/lib/stats/proportions/e-value";
import { seededRandom } from "@/lib/stats/random";
import { evaluateStudy, methodOf } from "@/test/evaluate-study";
import type { GivenPlan, StudyPerson } from "@/test/given-study";
import { person } from "@/test/small-study";

afterAll(closePool);

/** Two arms with one value before and one after; the covariate goes with the value before and says who was trained only a little. */
function people(effect: number, { count = 80, treatedArm = "treatment" } = {}): StudyPerson[] {
  const random = seededRandom(19);
  return Array.from({ length: 2 * count }, (_, at) => {
    const treated = at % 2 === 0;
    const skill = random.normal() + (treated ? 0.3 : 0);
    const before = 10 + skill;
    const after = before + random.normal() + (treated ? effect : 0);
    const arm = treated === (treatedArm === "treatment") ? "treatment" : "control";
    return person(`p${String(at).padStart(3, "0")}`, arm, [before, after], { attributes: { skill } });
  });
}

const compared: GivenPlan = { design: "comparison", covariates: ["skill"] };
const sensitivity = async (plan: GivenPlan, members: StudyPerson[]) => {
  const result = await evaluateStudy(plan, members);
  return { result, check: result.checks.find(({ id }) => id === "sensitivity") };
};

test("without periods before the start, a strong effect withstands a hidden cause and a weak one does not", async () => {
  const strong = await sensitivity(compared, people(1.8));
  expect(strong.check).toMatchObject({ status: "pass" });
  expect(strong.check?.says).toMatch(
    /hidden cause .* explain it away; among matched pairs it would have to multiply the odds/,
  );
  const matched = methodOf(strong.result, "matched_pairs_t").detail.hidden_bias as { break_even: number };
  const cause = methodOf(strong.result, "did_cr1").detail.e_value as { limit: number };
  expect(strong.check?.value).toBe(Math.min(matched.break_even, cause.limit));
  expect(strong.check?.value).toBeGreaterThan(2);

  const weak = await sensitivity(compared, people(0.5));
  expect(weak.check).toMatchObject({ status: "warn" });
  expect(weak.check?.value).toBeLessThan(2);
});

test("the E-value is that of the difference over the spread of changes within arms, and the same when arms are turned", async () => {
  const one = methodOf((await sensitivity(compared, people(1))).result, "did_cr1");
  const found = one.detail.e_value as { estimate: number; limit: number; standardised: number };
  const spread = (one.estimate ?? 0) / found.standardised;
  const expected = eValueOfDifference(found.standardised, (one.standard_error ?? 0) / spread);
  expect([found.estimate, found.limit]).toEqual([expected?.estimate, expected?.limit]);
  // Changes have noise of one standard deviation.
  expect(spread).toBeGreaterThan(0.8);
  expect(spread).toBeLessThan(1.2);
  const turned = methodOf((await sensitivity(compared, people(1, { treatedArm: "control" }))).result, "did_cr1");
  expect((turned.detail.e_value as { limit: number }).limit).toBeCloseTo(found.limit, 10);
});

test("nothing shown needs no hidden cause, and where lots were drawn none is asked about", async () => {
  const { check } = await sensitivity({ design: "comparison" }, people(0));
  expect(check).toMatchObject({ status: "cannot_tell", value: null });
  expect(check?.says).toMatch(/takes no hidden cause/);
  const drawn = await sensitivity({ design: "randomised" }, people(1));
  expect(drawn.check).toBeUndefined();
  expect(drawn.result.results.some(({ detail }) => "e_value" in detail)).toBe(false);
});

test("with periods before the start the curve reaches past its break-even", async () => {
  const random = seededRandom(7);
  const members = Array.from({ length: 120 }, (_, at): StudyPerson => {
    const treated = at % 2 === 0;
    const level = 10 + random.normal();
    const months = ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31"];
    return {
      id: `p${String(at).padStart(3, "0")}`,
      arm: treated ? "treatment" : "control",
      exposedOn: treated ? "2025-04-01" : null,
      values: months.map((date, month) => ({ date, value: level + random.normal() + (treated && month > 2 ? 3 : 0) })),
    };
  });
  const { check } = await sensitivity({ design: "comparison" }, members);
  const far = Math.max(...(check?.picture ?? []).map(({ label }) => Number(/at (.+) times/.exec(label)?.[1] ?? 0)));
  expect(check?.status).toBe("pass");
  expect(far).toBeGreaterThanOrEqual(Math.min(10, check?.value ?? 0));
  expect(check?.picture).toHaveLength(18);
});

test("what the effect is without each cluster is drawn, and a team under the minimum is not named", async () => {
  const random = seededRandom(23);
  const members = Array.from({ length: 6 }, (_, team) => team).flatMap((team) =>
    (["treatment", "control"] as const).flatMap((arm) =>
      Array.from({ length: team === 0 ? 3 : 8 }, (_, at) =>
        person(`${arm}${team}-${at}`, arm, [10 + random.normal(), 12 + random.normal() + (team === 0 ? 6 : 0)], {
          cluster: `${arm} team ${team}`,
        }),
      ),
    ),
  );
  const { checks } = await evaluateStudy({ design: "cluster_randomised" }, members);
  const influence = checks.find(({ id }) => id === "influence");
  expect(influence?.picture[0]?.label).toBe("everybody");
  const labels = influence?.picture.map(({ label }) => label) ?? [];
  expect(labels).toContain("without a cluster of fewer than 5");
  expect(labels).toContain("without a cluster of fewer than 5, 2");
  expect(labels).toContain("without treatment team 3");
  expect(influence?.picture.every(({ interval }) => interval !== undefined)).toBe(true);
  expect(JSON.stringify(influence)).not.toMatch(/team 0/);
});
