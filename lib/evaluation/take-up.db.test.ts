import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { complierEffect } from "@/lib/stats/bounds/complier-effect";
import { complierEffectClustered } from "@/lib/stats/bounds/complier-effect-clustered";
import { leeBounds } from "@/lib/stats/bounds/lee-bounds";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { adjustP } from "@/lib/stats/multiplicity/adjust-p";
import { evaluateStudy, methodOf } from "@/test/evaluate-study";
import type { StudyPerson } from "@/test/given-study";
import { bothArms, person } from "@/test/small-study";

afterAll(closePool);

/** Forty people; every fifth of the treated never came, every tenth of the others did. */
function halfCame(): StudyPerson[] {
  return Array.from({ length: 40 }, (_, index) => {
    const treated = index % 2 === 0;
    const came = treated ? index % 5 !== 0 : index % 10 === 1;
    const before = 10 + ((index * 7) % 11);
    const pair: [number, number] = [before, before + (came ? 4 : 0) + ((index * 3) % 5)];
    return person(`p${String(index).padStart(2, "0")}`, treated ? "treatment" : "control", pair, {
      exposedOn: came ? "2025-04-10" : null,
      cluster: `${treated ? "t" : "c"}${index % 8}`,
    });
  });
}

const outcome = ({ values }: StudyPerson) => Number(values[1]?.value);
const took = ({ exposedOn }: StudyPerson) => (exposedOn ? 1 : 0);
const armOf = ({ arm }: StudyPerson) => (arm === "control" ? ("control" as const) : ("treated" as const));

test("where not everybody did as assigned, the effect on those who did because of it stands beside the effect of the offer", async () => {
  const members = halfCame();
  const of = (arm: string) => members.filter((member) => armOf(member) === arm);
  const moments = (arm: string) => jointMomentsOf([of(arm).map(outcome), of(arm).map(took)]);
  const expected = complierEffect({ treated: moments("treated"), control: moments("control") });
  if (expected.kind !== "estimate") throw new Error(expected.reason);
  const result = await evaluateStudy({}, members);
  const found = methodOf(result, "cace_wald_hc2");
  expect(found.estimate).toBeCloseTo(expected.estimate, 10);
  expect(found.standard_error).toBeCloseTo(expected.standardError ?? Number.NaN, 10);
  expect(found.headline).toBe(false);
  expect(found.detail).toMatchObject({ compliance: { kind: "two-sided" }, first_stage: { f: expect.any(Number) } });
  // The difference of the follow-up values over the difference in take-up.
  const takeUp = (arm: string) =>
    of(arm)
      .map(took)
      .reduce<number>((sum, value) => sum + value, 0) / 20;
  expect((found.estimate ?? 0) * (takeUp("treated") - takeUp("control"))).toBeCloseTo(
    methodOf(result, "welch").estimate ?? Number.NaN,
    10,
  );
});

test("with teams drawn it has errors by team; where all did as assigned, or nothing is recorded, it is not listed", async () => {
  const members = halfCame();
  const clusters = [...new Set(members.map(({ cluster }) => cluster ?? ""))].map((cluster) => {
    const own = members.filter((member) => member.cluster === cluster);
    const mean = (value: (member: StudyPerson) => number) =>
      own.reduce((sum, each) => sum + value(each), 0) / own.length;
    const [first] = own;
    return {
      cluster,
      arm: first ? armOf(first) : "control",
      n: own.length,
      outcome: mean(outcome),
      takeUp: mean(took),
    };
  });
  const expected = complierEffectClustered(clusters);
  if (expected.kind !== "estimate") throw new Error(expected.reason);
  const found = methodOf(await evaluateStudy({ design: "cluster_randomised" }, members), "cace_wald_cr1");
  expect(found).toMatchObject({ df: expected.degreesOfFreedom, n: { treated: 20, control: 20 } });
  expect(found.estimate).toBeCloseTo(expected.estimate, 10);
  expect(found.standard_error).toBeCloseTo(expected.standardError ?? Number.NaN, 10);

  for (const all of [bothArms(), bothArms(() => ({ exposedOn: null }))]) {
    const { results } = await evaluateStudy({}, all);
    expect(results.map(({ method }) => method).filter((method) => method.startsWith("cace"))).toEqual([]);
  }
});

test("where one arm lost more people, the attrition check bounds the effect of drawn arms", async () => {
  const members = Array.from({ length: 60 }, (_, index) => {
    const treated = index % 2 === 0;
    const gone = !treated && index % 5 === 1;
    return person(`p${String(index).padStart(2, "0")}`, treated ? "treatment" : "control", [
      5 + ((index * 7) % 11),
      gone ? null : 5 + ((index * 5) % 9) + (treated ? 8 : 0),
    ]);
  });
  const arm = (name: string) => {
    const own = members.filter((member) => armOf(member) === name);
    return { assigned: own.length, outcomes: own.filter(({ values }) => values.length > 1).map(outcome) };
  };
  const expected = leeBounds({ treated: arm("treated"), control: arm("control") });
  if (expected.kind !== "bounds") throw new Error(expected.reason);
  const attrition = async (design: "randomised" | "comparison") =>
    (await evaluateStudy({ design }, members)).checks.find(({ id }) => id === "attrition");
  const drawn = await attrition("randomised");
  const bounds = drawn?.picture.filter(({ label }) => /effect on those seen/.test(label)).map(({ value }) => value);
  expect(bounds).toEqual([expect.closeTo(expected.bounds[0], 10), expect.closeTo(expected.bounds[1], 10)]);
  expect(drawn?.says).toMatch(/the effect keeps its sign \(Lee bounds/);
  expect((await attrition("comparison"))?.says).not.toMatch(/Lee/);
});

test("the p values of secondary headlines are adjusted for their number, and no other", async () => {
  const codes = ["outcome", "speed", "calls", "notes"];
  const members = bothArms().map((member, index) => ({
    ...member,
    values: member.values.flatMap((row, at) =>
      codes.map((kpi, k) => ({ ...row, kpi, value: Number(row.value) + k * at * ((index * 5) % 4) })),
    ),
  }));
  const { results, claim } = await evaluateStudy({ kpis: codes.map((code) => ({ code })) }, members);
  const secondaries = results.filter(({ role, headline }) => role === "secondary" && headline);
  const expected = adjustP(
    secondaries.map(({ p }) => p),
    "benjamini_hochberg",
  );
  expect(secondaries.map(({ detail }) => detail.p_adjusted)).toEqual(expected);
  expect(secondaries.some(({ p, detail }) => Number(detail.p_adjusted) > Number(p))).toBe(true);
  expect(results.filter(({ detail }) => "p_adjusted" in detail)).toHaveLength(3);
  expect(claim.limits).toContainEqual(expect.stringMatching(/adjusted for there being several \(Benjamini-Hochberg\)/));
});
