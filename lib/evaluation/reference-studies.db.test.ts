import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { evaluateStudy as evaluate, methodOf as method } from "@/test/evaluate-study";
import { expectedValues } from "@/test/fixtures/reference/read-reference";
import { readStudyFixture } from "@/test/given-study";
import type { EvaluationResult } from "./result";

afterAll(closePool);

type Reference = Record<"estimate" | "se" | "df" | "p" | "ci_low" | "ci_high", number>;

/** The default tolerance of the references: eight significant digits. */
function expectAgreement(result: EvaluationResult, name: string, { estimate, se, df, p, ci_low, ci_high }: Reference) {
  const found = method(result, name);
  const pairs = [
    [found.estimate, estimate],
    [found.standard_error, se],
    [found.df, df],
    [found.p, p],
    [found.ci?.[0], ci_low],
    [found.ci?.[1], ci_high],
  ] as const;
  for (const [ours, theirs] of pairs) {
    expect(Math.abs((ours ?? Number.NaN) / theirs - 1), `${name}: ${ours} against ${theirs}`).toBeLessThan(1e-8);
  }
}

test("the job training experiment gives the reference figures of every method", async () => {
  const { plan, members } = readStudyFixture("nsw");
  const result = await evaluate(plan, members);
  const expected = expectedValues<Reference>("lalonde");

  expectAgreement(result, "lin_hc2", expected("exp.lin.HC2"));
  expectAgreement(result, "ancova_hc2", expected("exp.ancova.HC2"));
  expectAgreement(result, "welch", expected("exp.welch"));
  expectAgreement(result, "cuped", expected("exp.cuped.re75"));
  expectAgreement(result, "did_cr1", expected("exp.did2x2.cr1"));
  expectAgreement(result, "did_welch", expected("exp.gain.welch"));
  expect(result.results.map(({ method }) => method)).toEqual([
    "lin_hc2",
    "ancova_hc2",
    "welch",
    "cuped",
    "did_cr1",
    "did_welch",
    "hodges_lehmann",
  ]);
  expect(result.results.filter(({ headline }) => headline).map(({ method: name }) => name)).toEqual(["lin_hc2"]);
  expect(result.study).toMatchObject({ people: 445, clusters: 445 });
  const sizes = result.checks.find(({ id }) => id === "sample_ratio");
  expect(sizes).toMatchObject({ status: "cannot_tell", says: expect.stringContaining("not known") });
});

test("the minimum wage study gives the reference figures over restaurants seen twice", async () => {
  const { plan, members } = readStudyFixture("card-krueger");
  const result = await evaluate(plan, members);
  const expected = expectedValues<Reference>("card-krueger");

  expectAgreement(result, "did_cr1", expected("did.balanced.cr1"));
  expectAgreement(result, "did_welch", expected("did.balanced.gain.welch"));
  expect(method(result, "did_cr1").n).toEqual({ treated: 309, control: 75 });
  expect(result.claim.grade).toBe("C");
  expect(result.claim.limits).toContain("26 of 410 people have a value missing and were dropped.");
});

test("the order of rows changes no digit", async () => {
  const { plan, members } = readStudyFixture("nsw");
  const shuffled = members
    .toSorted((left, right) => left.id.slice(-2).localeCompare(right.id.slice(-2)))
    .map((member) => ({ ...member, values: member.values.toReversed() }));
  const [one, other] = [await evaluate(plan, members), await evaluate(plan, shuffled)];
  expect(JSON.stringify(other)).toBe(JSON.stringify(one));
});

test("relabelling the arms turns every sign and nothing else", async () => {
  const { plan, members } = readStudyFixture("nsw");
  const swapped = members.map((member) => ({ ...member, arm: member.arm === "control" ? "treatment" : "control" }));
  const [one, other] = [await evaluate(plan, members), await evaluate(plan, swapped)];
  for (const { method: name, estimate, standard_error, ci } of one.results) {
    const turned = method(other, name);
    expect(turned.estimate).toBeCloseTo(-(estimate ?? Number.NaN), 6);
    expect(turned.ci?.[0]).toBeCloseTo(-(ci?.[1] ?? Number.NaN), 6);
    if (standard_error === null) expect(turned.standard_error).toBeNull();
    else expect(turned.standard_error).toBeCloseTo(standard_error, 6);
  }
});

test("a KPI in another unit scales effect and error alike", async () => {
  const { plan, members } = readStudyFixture("nsw");
  const scaled = members.map((member) => ({
    ...member,
    values: member.values.map((row) => ({ ...row, value: Number(row.value) / 1000 })),
  }));
  const [one, other] = [await evaluate(plan, members), await evaluate(plan, scaled)];
  for (const { method: name, estimate, standard_error, ci, p } of one.results) {
    const small = method(other, name);
    expect(1000 * (small.estimate ?? 0)).toBeCloseTo(estimate ?? Number.NaN, 6);
    expect(1000 * (small.ci?.[0] ?? 0)).toBeCloseTo(ci?.[0] ?? Number.NaN, 6);
    if (standard_error === null) expect(small.standard_error).toBeNull();
    else expect(1000 * (small.standard_error ?? 0)).toBeCloseTo(standard_error, 6);
    expect(small.p).toBeCloseTo(p ?? Number.NaN, 9);
  }
});

test("the castle-doctrine laws give the group-time effects of R's did, and fixed effects beside them", async () => {
  const { plan, members } = readStudyFixture("castle");
  const result = await evaluate(plan, members);
  const expected = expectedValues<Record<string, number | number[]>>("castle");

  for (const [name, id] of [
    ["callaway_santanna_never_treated", "cs.nevertreated.varying"],
    ["callaway_santanna_not_yet_treated", "cs.notyettreated.varying"],
  ] as const) {
    const found = method(result, name);
    const simple = expected(`${id}.simple`);
    expectClose([found.estimate, found.standard_error], [simple.overall_att, simple.overall_se]);
    expectClose([...(found.ci ?? [])], [simple.ci_low, simple.ci_high]);
    const effects = expected(id);
    const detail = found.detail as GroupTimeDocument;
    expect(detail.group_time.map(({ group, period }) => [Number(group), Number(period)])).toEqual(
      (effects.group as number[]).map((group, index) => [group, (effects.time as number[])[index]]),
    );
    expectClose(
      detail.group_time.map(({ estimate }) => estimate),
      effects.att as number[],
    );
    expectClose(
      detail.group_time.map(({ standard_error }) => standard_error),
      effects.se as number[],
    );
    const event = expected(`${id}.dynamic`);
    expect(detail.aggregates.event.map(({ event_time }) => event_time)).toEqual(event.level);
    expectClose(
      detail.aggregates.event.map(({ estimate }) => estimate),
      event.att as number[],
    );
    expectClose(
      detail.aggregates.event.map(({ standard_error }) => standard_error),
      event.se as number[],
    );
  }
  const fixed = expected("twfe.post");
  const twfe = method(result, "twfe_cr1");
  expectClose([twfe.estimate, twfe.standard_error, twfe.p], [fixed.estimate, fixed.se_cr1, fixed.p_cr1]);
  expect(result.results.find(({ headline }) => headline)?.method).toBe("callaway_santanna_never_treated");
});

type GroupTimeDocument = {
  group_time: { group: string; period: string; estimate: number; standard_error: number }[];
  aggregates: { event: { event_time: number; estimate: number; standard_error: number }[] };
};

function expectClose(ours: readonly unknown[], theirs: readonly unknown[]) {
  expect(ours).toHaveLength(theirs.length);
  for (const [index, value] of ours.entries()) {
    const wanted = Number(theirs[index]);
    expect(Math.abs(Number(value) - wanted), `${value} against ${wanted}`).toBeLessThan(
      1e-8 * Math.max(1e-3, Math.abs(wanted)),
    );
  }
}
