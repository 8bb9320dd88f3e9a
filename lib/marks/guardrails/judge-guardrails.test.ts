import { expect, test } from "vitest";
import type { FigureState, ShownMetric } from "@/lib/scorecard/scorecard";
import type { Guardrail } from "./guardrail";
import { judge, judgeGuardrails } from "./judge-guardrails";

const figure = (value: number, interval: [number, number] | null): FigureState => ({
  kind: "figure",
  value,
  interval,
  people: 40,
  method: "ratio_of_sums",
  numerator: value,
  denominator: 1,
});
const withheld: FigureState = { kind: "withheld", minimum: 5, why: "too-few" };
const early: FigureState = { kind: "too-early", until: "2026-03-01", why: "" };
const guardrail = (metric: string, side: Guardrail["side"], bound: number): Guardrail => ({
  metric,
  side,
  bound,
  name: metric,
  unit: "share",
  because: "",
});
const tile = (id: string, state: FigureState) => ({ metric: { id } as ShownMetric, state });

test("a figure beyond its bound has crossed it, surely where its whole interval lies beyond", () => {
  const above = { side: "above", bound: 0.2 } as const;
  expect(judge(above, figure(0.25, [0.21, 0.29]))).toEqual({ kind: "crossed", isSure: true, value: 0.25 });
  expect(judge(above, figure(0.25, [0.19, 0.31]))).toEqual({ kind: "crossed", isSure: false, value: 0.25 });
  expect(judge(above, figure(0.1, [0.05, 0.15]))).toEqual({ kind: "holding", isSure: true, value: 0.1 });
  expect(judge(above, figure(0.19, [0.1, 0.28]))).toEqual({ kind: "holding", isSure: false, value: 0.19 });
  expect(judge({ side: "below", bound: 0.2 }, figure(0.1, [0.05, 0.15]))).toMatchObject({
    kind: "crossed",
    isSure: true,
  });
});

test("a figure on its bound has not crossed it, and one without an interval is never sure", () => {
  for (const side of ["above", "below"] as const) {
    expect(judge({ side, bound: 0.2 }, figure(0.2, null))).toEqual({ kind: "holding", isSure: null, value: 0.2 });
  }
  expect(judge({ side: "above", bound: 0.2 }, figure(0.3, null))).toMatchObject({ kind: "crossed", isSure: null });
});

test("what is withheld, too early or not there cannot be told, and crossed ones come first", () => {
  const judged = judgeGuardrails(
    [
      guardrail("held", "above", 0.5),
      guardrail("gone", "above", 0.5),
      guardrail("few", "above", 0.5),
      guardrail("soon", "above", 0.5),
      guardrail("too_far", "above", 0.5),
    ],
    [tile("held", figure(0.1, null)), tile("few", withheld), tile("soon", early), tile("too_far", figure(0.9, null))],
  );
  expect(judged.map(({ metric, judgement }) => [metric, judgement.kind])).toEqual([
    ["too_far", "crossed"],
    ["few", "unknown"],
    ["gone", "unknown"],
    ["soon", "unknown"],
    ["held", "holding"],
  ]);
  expect(judged.find(({ metric }) => metric === "few")?.judgement).toEqual({ kind: "unknown", state: withheld });
  expect(judged.find(({ metric }) => metric === "gone")).toMatchObject({ judgement: { state: null }, tileId: null });
});

test("a KPI's guardrail is held against the values per team where nobody has one of their own", () => {
  const [one] = judgeGuardrails(
    [guardrail("kpi:a", "below", 3)],
    [tile("kpi:a", { kind: "no-data", how: "" }), tile("team-kpi:a", figure(2, [1, 2.5]))],
  );
  expect(one).toMatchObject({ tileId: "team-kpi:a", judgement: { kind: "crossed", isSure: true } });
});
