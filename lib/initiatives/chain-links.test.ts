import { expect, test } from "vitest";
import type { PlanKpi } from "@/lib/evaluation/plan";
import type { EvaluationResult, MethodResult } from "@/lib/evaluation/result";
import { formatsFor } from "@/lib/format/formats";
import { chainLinks } from "./chain-links";
import type { Initiative } from "./read-initiative";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });

const kpi = (code: string, layer: PlanKpi["layer"], role: PlanKpi["role"]): PlanKpi => ({
  id: code,
  code,
  name: code,
  layer,
  role,
  unit: "share",
  direction: "up",
  kind: "mean",
  currency: null,
});

function initiative(change: Partial<Initiative> = {}): Initiative {
  return {
    plan: {
      id: "i",
      orgId: "o",
      code: "study",
      title: "Study",
      design: "randomised",
      unitOfAnalysis: "person",
      cluster: null,
      period: "month",
      control: null,
      covariates: [],
      transform: {},
      confidence: 0.95,
      seed: 1,
      chain: { kpis: { business: ["money"], talent: ["exits", "moves"] } },
      hypothesis: null,
      exclusions: [],
      plannedPower: null,
      draft: false,
      explores: null,
      registeredAt: null,
      registeredBy: null,
      planHash: "p",
      baseline: { from: null, to: null },
      followUp: { from: null, to: null },
      allocation: null,
      primary: kpi("errors", "in_work", "primary"),
      secondaries: [kpi("speed", "in_work", "secondary"), kpi("use", "leading", "secondary")],
      placebos: [],
    },
    summary: null,
    note: null,
    minimumGroupSize: 5,
    arms: [],
    exposed: [],
    costs: [],
    learning: { treated: 40, used: 38, checked: 30, passed: 27 },
    behaviour: { kind: "estimate", value: 0.4, interval: [0.1, 0.7], n: 60 },
    names: { money: "Money" },
    ...change,
  };
}

function evaluated(intervals: Record<string, [number, number]>): EvaluationResult {
  const results = Object.entries(intervals).map(
    ([code, ci]): MethodResult => ({
      kpi: code,
      role: code === "errors" ? "primary" : "secondary",
      method: "lin_hc2",
      headline: true,
      status: "estimated",
      reason: null,
      estimate: (ci[0] + ci[1]) / 2,
      standard_error: 1,
      df: 10,
      ci,
      p: 0.5,
      n: { treated: 40, control: 40 },
      detail: {},
    }),
  );
  const arm = {
    baseline: { n: 0, mean: null, sd: null, ci: null },
    follow_up: { n: 0, mean: null, sd: null, ci: null },
  };
  return {
    study: { title: "Study", design: "randomised", people: 80, clusters: 80, data_version: "d" },
    results,
    checks: [],
    claim: { grade: "A", sentence: "", limits: [], would_raise: [], because: [], direction: "better" },
    early_until: null,
    windows: { baseline: null, follow_up: null, first_exposure: null },
    means: { treated: arm, control: arm },
    picture: [],
    arms: [],
    seed: 1,
  };
}

const statuses = (links: ReturnType<typeof chainLinks>) => links.map(({ id, status }) => `${id} ${status}`);

test("the chain runs from use over the layers of KPIs, and what nobody compares is not known", () => {
  const result = evaluated({ errors: [0.1, 0.3], speed: [0.1, 0.2], use: [0.1, 0.2] });
  expect(statuses(chainLinks(initiative(), result, formats))).toEqual([
    "reached holds",
    "understood holds",
    "applied holds",
    "use holds",
    "errors holds",
    "speed holds",
    "money unknown",
    "talent unknown",
  ]);
});

test("KPIs of the chain outside the plan stand in their layer by name, or as nobody's where none is on file", () => {
  const { plan } = initiative();
  const chain = { kpis: { leading: ["use", "visits"], in_work: ["errors", "luck"], business: ["money"] } };
  const links = chainLinks(
    initiative({ plan: { ...plan, chain }, names: { visits: "Visits", money: "Money" } }),
    null,
    formats,
  );
  expect(links.slice(3).map(({ step, figure }) => `${step}: ${figure}`)).toEqual([
    "use: not known",
    "Visits: not compared",
    "errors: not known",
    "speed: not known",
    "luck: not known",
    "Money: not compared",
  ]);
  expect(links.find(({ id }) => id === "money")?.says).toBe(
    "In the chain, but not part of the plan: no effect was estimated.",
  );
  expect(links.find(({ id }) => id === "luck")?.says).toBe("In the chain, but no KPI of this name is on file.");
});

test("a KPI that did not move breaks the chain, unless another of its layer carries on", () => {
  const beside = chainLinks(
    initiative(),
    evaluated({ errors: [0.1, 0.3], speed: [-0.1, 0.2], use: [0.1, 0.2] }),
    formats,
  );
  expect(statuses(beside)).toContain("speed beside");
  const broken = chainLinks(
    initiative(),
    evaluated({ errors: [-0.1, 0.3], speed: [-0.3, -0.2], use: [0.1, 0.2] }),
    formats,
  );
  expect(statuses(broken)).toEqual(expect.arrayContaining(["errors breaks", "speed breaks"]));
});

test("understood and not applied breaks at the behaviour", () => {
  const flat = initiative({ behaviour: { kind: "estimate", value: 0.01, interval: [-0.2, 0.2], n: 60 } });
  const [, understood, applied] = chainLinks(flat, null, formats);
  expect([understood?.status, applied?.status]).toEqual(["holds", "breaks"]);
});

test("few people and withheld results show no figure", () => {
  const few = initiative({ learning: { treated: 4, used: 4, checked: 3, passed: 3 } });
  const links = chainLinks(few, null, formats);
  const figures = new Set(links.filter(({ id }) => id !== "applied").map(({ figure }) => figure));
  expect(figures).toEqual(new Set(["not known", "not compared"]));
});
