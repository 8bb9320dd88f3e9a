import { expect, test } from "vitest";
import type { LadderMeasure } from "@/lib/evaluation/ladder/ladder";
import { givenMeasure } from "@/test/given-measure";
import { againstTarget, type Verdict, verdictOf } from "./measure-verdict";

const rule = { minimum: 5, confidence: 0.95 };
const matters = { value: 0.25, because: "convention" } as const;
const level = (ci: [number, number], n = 40) => ({ n, mean: (ci[0] + ci[1]) / 2, sd: 1, ci });

test.each<[Verdict, string, Partial<LadderMeasure>]>([
  ["moved", "clear of zero upwards, and up is wanted", { ci: [0.1, 0.5] }],
  ["worse", "the same where down is wanted", { ci: [0.1, 0.5], direction: "down" }],
  ["moved", "clear of zero downwards, and down is wanted", { ci: [-0.5, -0.1], direction: "down" }],
  ["flat", "holds zero and nothing that would matter", { ci: [-0.4, 0.2] }],
  ["unclear", "holds zero and what would matter", { ci: [-0.2, 0.3] }],
  ["flat", "the same turned, where down is wanted", { ci: [-0.2, 0.4], direction: "down" }],
  ["unclear", "nobody knows what would matter", { ci: [-0.1, 0.1], matters: null }],
  ["unclear", "an end that touches zero is not clear of it", { ci: [0, 0.5] }],
  ["unclear", "a secondary KPI that several looks may have moved", { ci: [0.1, 0.5], p_adjusted: 0.08 }],
  ["moved", "a secondary KPI that stands after adjusting", { ci: [0.1, 0.5], p_adjusted: 0.02 }],
  ["unknown", "no estimate", { ci: null, estimate: null, status: "not_estimable" }],
  ["too_early", "the window is open", { ci: null, estimate: null, status: "too_early" }],
  ["withheld", "four people in an arm", { n: { treated: 40, control: 4 } }],
  ["withheld", "also before it is too early", { n: { treated: 4, control: 40 }, status: "too_early" }],
  ["moved", "four teams are not four people", { n: { treated: 4, control: 4 }, counted: "teams", ci: [0.1, 0.5] }],
])("%s: %s", (verdict, _, change) => {
  expect(verdictOf(givenMeasure({ matters, ...change }), rule)).toBe(verdict);
});

const alone = (ci: [number, number]): Partial<LadderMeasure> => ({
  ci: null,
  estimate: null,
  status: "not_estimable",
  mark: 0.7,
  n: { treated: 0, control: 0 },
  levels: { treated: level(ci), control: { n: 0, mean: null, sd: null, ci: null } },
});

test("where nobody compares, the level is held against its mark", () => {
  expect(verdictOf(givenMeasure(alone([0.72, 0.8])), rule)).toBe("moved");
  expect(verdictOf(givenMeasure(alone([0.5, 0.69])), rule)).toBe("flat");
  expect(verdictOf(givenMeasure(alone([0.65, 0.75])), rule)).toBe("unclear");
});

test("being told from zero is not enough where a mark must be reached", () => {
  const use = (ci: [number, number]) =>
    givenMeasure({ ci: [0.05, 0.15], mark: 0.5, levels: { treated: level(ci), control: level([0, 0.05]) } });
  expect(verdictOf(use([0.05, 0.15]), rule)).toBe("flat");
  expect(verdictOf(use([0.45, 0.6]), rule)).toBe("unclear");
  expect(verdictOf(use([0.5, 0.7]), rule)).toBe("moved");
});

test("a target is reached, missed, out of sight, or there without the programme", () => {
  const held = (ci: [number, number], needed: number | null, direction: "up" | "down" = "up") =>
    againstTarget({ target: 0.9, needed, ci, direction });
  expect(held([0.05, 0.1], 0.04)).toBe("reached");
  expect(held([0.01, 0.03], 0.04)).toBe("short");
  expect(held([0.01, 0.1], 0.04)).toBe("unclear");
  expect(held([-0.1, -0.05], -0.04, "down")).toBe("reached");
  expect(held([0.01, 0.1], null)).toBe("there_anyway");
  expect(againstTarget({ target: null, needed: null, ci: [0, 1], direction: "up" })).toBeNull();
});
