import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { didCr1 } from "@/lib/stats/did-cr1";
import { linHc2FromRows } from "@/lib/stats/lin-hc2";
import { momentsOf } from "@/lib/stats/moments";
import { welch } from "@/lib/stats/welch";
import { evaluateStudy, methodOf } from "@/test/evaluate-study";
import { after, bothArms, controlPairs, type Pair, person, post, pre, treatedPairs } from "@/test/small-study";

afterAll(closePool);

test("moments from SQL give what the rows give, also on a large offset", async () => {
  const offset = 1e5;
  const far = (pairs: Pair[]): Pair[] => pairs.map(([a, b]) => [(a ?? 0) + offset, (b ?? 0) + offset]);
  const result = await evaluateStudy({}, [
    ...far(treatedPairs).map((pair, index) => person(`t${index}`, "treatment", pair)),
    ...far(controlPairs).map((pair, index) => person(`c${index}`, "control", pair)),
  ]);
  const rows = linHc2FromRows({
    treated: { outcome: post(treatedPairs), covariates: [pre(treatedPairs)] },
    control: { outcome: post(controlPairs), covariates: [pre(controlPairs)] },
  });
  if (rows.kind !== "estimate") throw new Error("not estimable");
  const lin = methodOf(result, "lin_hc2");
  expect(lin.estimate).toBeCloseTo(rows.estimate, 7);
  expect(lin.standard_error).toBeCloseTo(rows.standardError ?? Number.NaN, 7);

  const difference = welch({ treated: momentsOf(post(treatedPairs)), control: momentsOf(post(controlPairs)) });
  if (difference.kind !== "estimate") throw new Error("not estimable");
  expect(methodOf(result, "welch").standard_error).toBeCloseTo(difference.standardError ?? Number.NaN, 8);
});

test("a shock shared by both arms moves no difference", async () => {
  const shocked = bothArms().map((member) => ({
    ...member,
    values: member.values.map((row) => (row.date === after ? { ...row, value: Number(row.value) + 100 } : row)),
  }));
  const [one, other] = [await evaluateStudy({}, bothArms()), await evaluateStudy({}, shocked)];
  for (const { method, estimate } of one.results) {
    expect(methodOf(other, method).estimate).toBeCloseTo(estimate ?? Number.NaN, 9);
  }
});

test("values of one period are averaged before the window is", async () => {
  const twice = [
    { date: "2025-04-10", value: 2 },
    { date: "2025-04-30", value: 4 },
    { date: "2025-05-31", value: 9 },
    { date: "2025-06-30", value: 12 },
    { date: "2025-07-31", value: 1000 },
  ];
  const result = await evaluateStudy({ design: "before_after" }, [
    person("a", "treatment", [null, null], { values: twice }),
  ]);
  expect(result.means.treated.follow_up).toMatchObject({ n: 1, mean: 8 });
});

test("numerators and denominators are summed over the window, and a denominator of zero says nothing", async () => {
  const parts = (numerator: number, denominator: number, date: string) => ({ date, numerator, denominator });
  const result = await evaluateStudy({ design: "before_after", kpis: [{ code: "rate", kind: "ratio" }] }, [
    person("a", "treatment", [null, null], { values: [parts(1, 2, "2025-04-30"), parts(9, 98, "2025-05-31")] }),
    person("b", "treatment", [null, null], { values: [parts(0, 0, "2025-04-30")] }),
  ]);
  expect(result.means.treated.follow_up).toMatchObject({ n: 1, mean: 0.1 });
});

test("clusters named by the plan carry the standard error", async () => {
  const clusters = (index: number) => ({ cluster: `team ${index % 3}` });
  const members = bothArms(clusters).map((member) => ({ ...member, cluster: `${member.arm} ${member.cluster}` }));
  const result = await evaluateStudy({ design: "comparison", cluster: "team" }, members);
  const rows = [...new Set(members.map(({ cluster }) => cluster ?? ""))].map((cluster) => {
    const inside = members.filter((member) => member.cluster === cluster);
    const mean = (position: 0 | 1) =>
      inside.reduce((sum, { values }) => sum + Number(values[position]?.value), 0) / inside.length;
    const arm = cluster.startsWith("control") ? ("control" as const) : ("treated" as const);
    return { cluster, arm, before: { n: inside.length, mean: mean(0) }, after: { n: inside.length, mean: mean(1) } };
  });
  const expected = didCr1(rows);
  if (expected.kind !== "estimate") throw new Error("not estimable");
  expect(methodOf(result, "did_cr1")).toMatchObject({
    headline: true,
    df: 5,
    estimate: expect.closeTo(expected.estimate, 10),
    standard_error: expect.closeTo(expected.standardError ?? Number.NaN, 10),
    n: { treated: 6, control: 5 },
  });
  expect(result.study.clusters).toBe(6);
});

test("where the team is the unit, people of a team are averaged first", async () => {
  const members = bothArms((index) => ({ cluster: `team ${index % 3}` })).map((member) => ({
    ...member,
    cluster: `${member.arm} ${member.cluster}`,
  }));
  const result = await evaluateStudy({ design: "comparison", unitOfAnalysis: "team" }, members);
  expect(methodOf(result, "did_welch").n).toEqual({ treated: 3, control: 3 });
  const change = (pairs: Pair[]) => pairs.map(([a, b]) => (b ?? 0) - (a ?? 0));
  const teams = (values: number[]) =>
    [0, 1, 2].map((team) => {
      const own = values.filter((_, index) => index % 3 === team);
      return own.reduce((sum, value) => sum + value, 0) / own.length;
    });
  const expected = momentsOf(teams(change(treatedPairs))).mean - momentsOf(teams(change(controlPairs))).mean;
  expect(methodOf(result, "did_welch").estimate).toBeCloseTo(expected, 10);
});

test("texts become levels and tenure is counted to the end of the baseline", async () => {
  const shifts = ["day", "night", "late"];
  const members = bothArms((index) => ({
    attributes: { shift: shifts[index % 3] ?? "" },
    hireDate: `20${20 + (index % 5)}-0${1 + (index % 4)}-15`,
  }));
  const result = await evaluateStudy({ covariates: ["tenure_months", "shift", "shoe_size"] }, members);
  const lin = methodOf(result, "ancova_hc2");
  expect(lin.status).toBe("estimated");
  expect(lin.detail.adjusted_for).toEqual(["value before", "tenure_months", "shift: late", "shift: night"]);
  expect(result.claim.limits).toContain("The covariate shoe_size was left out: nobody in the study has it.");
});

test("a KPI of zeros and ones also gets Newcombe's interval", async () => {
  const binary = bothArms().map((member, index) => ({
    ...member,
    values: [{ date: after, value: index % 3 === 0 ? 1 : 0 }],
  }));
  const result = await evaluateStudy({}, binary);
  expect(methodOf(result, "risk_difference_newcombe").status).toBe("estimated");
  expect((await evaluateStudy({}, bothArms())).results.map(({ method }) => method)).not.toContain(
    "risk_difference_newcombe",
  );
});

test("in a phased roll-out those who start in between count as a wave, and belong to neither side of the simple comparison", async () => {
  const wave = (id: string, label: string, exposedOn: string | null, pair: Pair) =>
    person(id, label, pair, { exposedOn });
  const members = [
    ...treatedPairs.map((pair, index) => wave(`t${index}`, "wave-1", "2025-04-01", pair)),
    ...controlPairs.map((pair, index) => wave(`c${index}`, "wave-3", "2025-09-01", pair)),
    wave("m1", "wave-2", "2025-05-01", [5, 50]),
    wave("m2", "wave-2", "2025-05-01", [5, 60]),
    wave("n1", "control", null, [4, 4.5]),
  ];
  const result = await evaluateStudy({ design: "phased" }, members);
  expect(methodOf(result, "did_cr1").n).toEqual({ treated: 6, control: 6 });
  expect(methodOf(result, "callaway_santanna_never_treated").n).toEqual({ treated: 8, control: 6 });
  expect(result.claim.limits).toContainEqual(expect.stringMatching(/^It is one average .* not told apart\.$/));
  expect(result.claim.grade).toBe("C");
});

test("a secondary KPI gets every method, its own headline first", async () => {
  const members = bothArms().map((member) => ({
    ...member,
    values: member.values.flatMap((row) => [
      { ...row, kpi: "outcome" },
      { ...row, kpi: "speed", value: -Number(row.value) },
    ]),
  }));
  const result = await evaluateStudy({ kpis: [{ code: "outcome" }, { code: "speed" }] }, members);
  const speed = result.results.filter(({ kpi }) => kpi === "speed");
  expect(speed.map(({ method }) => method)).toEqual([
    "lin_hc2",
    "ancova_hc2",
    "welch",
    "cuped",
    "did_cr1",
    "did_welch",
    "hodges_lehmann",
  ]);
  expect(speed.filter(({ headline }) => headline)).toHaveLength(1);
  expect(speed[0]).toMatchObject({ role: "secondary", method: "lin_hc2" });
  expect(speed[0]?.estimate).toBeCloseTo(-(result.results[0]?.estimate ?? Number.NaN), 9);
});

test("where the control arm goes, the counterfactual goes", async () => {
  const result = await evaluateStudy({ design: "comparison" }, bothArms());
  const last = result.picture.at(-1);
  const effect = methodOf(result, "did_cr1").estimate ?? Number.NaN;
  expect((last?.treated?.mean ?? 0) - (last?.counterfactual ?? 0)).toBeCloseTo(effect, 10);
  expect(result.picture[0]?.counterfactual).toBeNull();
});
