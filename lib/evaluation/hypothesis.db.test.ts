import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { evaluateStudy } from "@/test/evaluate-study";
import type { GivenPlan, StudyPerson } from "@/test/given-study";

afterAll(closePool);

const registered: GivenPlan = { registeredAt: "2025-03-20" };

/** 40 people an arm, alike before; the treated change by `lift`, and by `placebo` on another KPI where there is one. */
function people(lift: number, placebo: number | null = null): StudyPerson[] {
  return ["treatment", "control"].flatMap((arm) =>
    Array.from({ length: 40 }, (_, at) => {
      const treated = arm === "treatment";
      const value = 10 + ((at * 7) % 13);
      return {
        id: `${arm}${at}`,
        arm,
        exposedOn: treated ? "2025-04-01" : null,
        attributes: { grade: at % 10 === 0 ? "trainee" : "full", level: at % 10 },
        values: [
          { kpi: "outcome", date: "2025-02-28", value },
          { kpi: "outcome", date: "2025-05-31", value: value + (treated ? lift : 0) + ((at * 5) % 4) },
          ...(placebo === null
            ? []
            : [
                { kpi: "weather", date: "2025-02-28", value },
                { kpi: "weather", date: "2025-05-31", value: value + (treated ? placebo : 0) + ((at * 3) % 4) },
              ]),
        ],
      };
    }),
  );
}

const down = (plan: GivenPlan): GivenPlan => ({ ...plan, kpis: [{ code: "outcome", direction: "down" }] });
const asks = (margin: number): GivenPlan => down({ ...registered, hypothesis: { kind: "non_inferiority", margin } });

test("not worse by more than the margin is shown where the interval stays within it, and the headline keeps the answer", async () => {
  const { results, claim } = await evaluateStudy(asks(1), people(0.2));
  expect(results[0]?.ci?.[1]).toBeLessThan(1);
  expect(results[0]?.detail.hypothesis).toMatchObject({
    kind: "non_inferiority",
    margin: 1,
    threshold: 1,
    shown: true,
  });
  expect(claim.direction).toBe("not_worse");
  expect(claim.sentence).toMatch(/^The programme did not make “outcome” worse by more than/);
});

test("a margin the interval reaches over is not shown, and the same data asked for better say no difference", async () => {
  const narrow = await evaluateStudy(asks(0.1), people(0.2));
  expect(narrow.results[0]?.detail.hypothesis).toMatchObject({ shown: false });
  expect(narrow.claim.sentence).toMatch(/^It could not be shown that/);
  const better = await evaluateStudy(down(registered), people(0.2));
  expect(better.results[0]?.detail).not.toHaveProperty("hypothesis");
  expect(better.claim.direction).not.toBe("not_worse");
});

test("a placebo KPI that stays where it is passes, one that moves fails the study and is named", async () => {
  const plan: GivenPlan = { ...registered, kpis: [{ code: "outcome" }, { code: "weather", role: "placebo" }] };
  const quiet = await evaluateStudy(plan, people(4, 0));
  expect(quiet.checks.find(({ id }) => id === "placebo_outcome")).toMatchObject({ status: "pass" });
  expect(quiet.results.find(({ kpi }) => kpi === "weather")).toMatchObject({ role: "placebo", headline: true });
  expect(quiet.claim.grade).toBe("A");

  const moved = await evaluateStudy(plan, people(4, 3));
  expect(moved.checks.find(({ id }) => id === "placebo_outcome")).toMatchObject({
    status: "fail",
    says: expect.stringContaining("“weather” should not have moved and did"),
  });
  expect(moved.claim.grade).toBe("C");
});

test("a study without placebo KPIs has no such check", async () => {
  const { checks } = await evaluateStudy(registered, people(4));
  expect(checks.map(({ id }) => id)).not.toContain("placebo_outcome");
});

test("people the plan leaves out count nowhere, and the limits say how many and why", async () => {
  const exclusions = [{ column: "grade", in: ["trainee"], reason: "trainees do other work" }];
  const { study, results, claim, arms } = await evaluateStudy({ ...registered, exclusions }, people(4));
  expect(study.people).toBe(72);
  expect(results[0]?.n).toEqual({ treated: 36, control: 36 });
  expect(arms.map(({ people: count }) => count)).toEqual([36, 36]);
  expect(claim.limits).toContain("8 people were left out by the plan, grade trainee: trainees do other work.");

  const byNumber = [{ column: "level", below: 2, reason: "too new to compare" }];
  expect((await evaluateStudy({ ...registered, exclusions: byNumber }, people(4))).study.people).toBe(64);
});

test("a rule that nobody's data can answer leaves nobody out, and says so", async () => {
  const exclusions = [{ column: "shoe_size", above: 50, reason: "nobody knows" }];
  const { study, claim } = await evaluateStudy({ ...registered, exclusions }, people(4));
  expect(study.people).toBe(80);
  expect(claim.limits.join()).toMatch(
    /leaves out people by shoe_size above 50: nobody knows; nobody in the study has such a value/,
  );
});
