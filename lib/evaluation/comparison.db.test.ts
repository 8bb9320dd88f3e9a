import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { evaluateStudy, methodOf } from "@/test/evaluate-study";
import { expectedValues, readTexts } from "@/test/fixtures/reference/read-reference";
import type { GivenPlan, StudyPerson } from "@/test/given-study";
import { bothArms } from "@/test/small-study";

afterAll(closePool);

const names = ["age", "educ", "black", "hispan", "married", "nodegree", "re74", "re75"];

/** 185 trained and 429 people of a survey: chosen, not drawn. Earnings of 1975 before, of 1978 after. */
function lalonde(): { plan: GivenPlan; members: StudyPerson[] } {
  const members = readTexts("lalonde/matchit_lalonde.csv").map((row, at) => ({
    id: `p${String(at).padStart(3, "0")}`,
    arm: row.treat === "1" ? "treatment" : "control",
    attributes: Object.fromEntries(
      names.map((name) => [name, name in row ? Number(row[name]) : Number(row.race === name)]),
    ),
    values: [
      { date: "2025-03-31", value: Number(row.re75) },
      { date: "2025-06-30", value: Number(row.re78) },
    ],
  }));
  return { plan: { design: "comparison", covariates: names }, members };
}

test("with covariates the doubly robust difference-in-differences stands beside, and gives the reference figure", async () => {
  const { plan, members } = lalonde();
  const result = await evaluateStudy(plan, members);
  const expected = expectedValues("lalonde");
  const found = methodOf(result, "dr_did");
  // With the value before among the covariates, the change and the level have the same residuals.
  expect((found.estimate ?? 0) / (expected("psid3m.dr_att").estimate ?? 1)).toBeCloseTo(1, 6);
  expect(Number(found.detail.standard_error_known_models) / (expected("psid3m.dr_att").se_plugin ?? 1)).toBeCloseTo(
    1,
    6,
  );
  expect(found).toMatchObject({ headline: false, n: { treated: 185, control: 429 } });
  expect(result.results[0]).toMatchObject({ method: "did_cr1", headline: true });
  const headline = methodOf(result, "did_cr1");
  expect((headline.estimate ?? 0) / (expected("psid3m.did2x2.cr1").estimate ?? 1)).toBeCloseTo(1, 8);
  const { balance } = found.detail as { balance: { covariate: string }[] };
  expect(balance.map(({ covariate }) => covariate)).toEqual(names);
});

test("weighting and matching leave the groups alike, and give the reference figures where everybody began at the same value", async () => {
  const { plan, members } = lalonde();
  const level = members.map(({ values: [before, after], ...member }) => ({
    ...member,
    values: [before, after].flatMap((row, at) => (row ? [{ ...row, value: at === 0 ? 0 : (row.value ?? 0) }] : [])),
  }));
  const result = await evaluateStudy(plan, level);
  const expected = expectedValues("lalonde");
  const relative = (name: string, ours: number | null, theirs: number | undefined) =>
    expect((ours ?? 0) / (theirs ?? 1), name).toBeCloseTo(1, 6);
  const weighted = methodOf(result, "ipw_att");
  relative("weighted", weighted.estimate, expected("psid3m.ipw_att").estimate);
  relative("its error", weighted.standard_error, expected("psid3m.ipw_att").se_mestimation);
  const matched = methodOf(result, "matched_pairs_t");
  const pairs = expected("psid3m.nn1_noreplace_caliper");
  relative("matched", matched.estimate, pairs.estimate);
  relative("its error", matched.standard_error, pairs.se_paired);
  expect(matched).toMatchObject({ headline: false, n: { treated: pairs.pairs, control: pairs.pairs } });
  expect(matched.detail).toMatchObject({ unmatched: 185 - (pairs.pairs ?? 0), hidden_bias: { alpha: 0.05 } });
  for (const { detail } of [weighted, matched]) {
    const worst = (when: "before" | "after") =>
      Math.max(...(detail.balance as Record<"before" | "after", number>[]).map((row) => Math.abs(row[when])));
    expect(worst("after")).toBeLessThan(worst("before") / 4);
  }
});

test("where teams carry the error, people are neither weighted nor matched", async () => {
  const members = bothArms((index) => ({ attributes: { age: 30 + ((index * 7) % 5) }, cluster: `${index}` })).map(
    (m) => ({
      ...m,
      cluster: `${m.arm} ${Number(m.cluster) % 3}`,
    }),
  );
  const { results } = await evaluateStudy({ design: "comparison", cluster: "team", covariates: ["age"] }, members);
  expect(results.map(({ method }) => method)).toEqual(["did_cr1", "dr_did", "did_welch"]);
});

test("a shock shared by both arms moves it by nothing, relabelled covariates neither, and without covariates it is not listed", async () => {
  const more = (index: number) => ({ attributes: { age: 30 + ((index * 7) % 5) } });
  const plan: GivenPlan = { design: "comparison", covariates: ["age"] };
  const one = methodOf(await evaluateStudy(plan, bothArms(more)), "dr_did");
  const shocked = bothArms(more).map((member) => ({
    ...member,
    attributes: { age: 100 - Number(member.attributes?.age) },
    values: member.values.map((row, at) => ({ ...row, value: Number(row.value) + 50 * at })),
  }));
  const other = methodOf(await evaluateStudy(plan, shocked), "dr_did");
  expect(other.estimate).toBeCloseTo(one.estimate ?? Number.NaN, 8);
  expect(other.standard_error).toBeCloseTo(one.standard_error ?? Number.NaN, 8);
  const bare = await evaluateStudy({ design: "comparison" }, bothArms(more));
  expect(bare.results.map(({ method }) => method)).toEqual(["did_cr1", "did_welch"]);
});

test("covariates that tell the arms apart without error refuse it, and the headline stands", async () => {
  const members = bothArms().map((m) => ({ ...m, attributes: { office: m.arm === "control" ? 1 : 2 } }));
  const result = await evaluateStudy({ design: "comparison", covariates: ["office"] }, members);
  expect(methodOf(result, "dr_did")).toMatchObject({
    status: "not_estimable",
    reason: expect.stringMatching(/No overlap/),
  });
  expect(result.results[0]).toMatchObject({ method: "did_cr1", status: "estimated" });
});
