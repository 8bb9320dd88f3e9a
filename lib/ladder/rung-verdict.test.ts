import { expect, test } from "vitest";
import type { LadderMeasure, RungId } from "@/lib/evaluation/ladder/ladder";
import { givenMeasure } from "@/test/given-measure";
import { rungVerdict } from "./rung-verdict";

const rule = { minimum: 5, confidence: 0.95 };
const moved = givenMeasure();
const flat = givenMeasure({ ci: [-0.3, 0.1] });
const worse = givenMeasure({ ci: [-0.3, -0.1] });
const unclear = givenMeasure({ ci: [-0.3, 0.4] });
const early = givenMeasure({ status: "too_early", ci: null });
const few = givenMeasure({ n: { treated: 3, control: 40 } });
const missing = givenMeasure({ status: "not_estimable", ci: null });
const verdict = (measures: LadderMeasure[], id: RungId = "in_work") => rungVerdict({ id, measures }, rule);

test("one figure that moved carries its layer", () => {
  expect(verdict([flat, moved, worse])).toBe("moved");
});

test("a layer breaks only where every figure of it is known not to have moved", () => {
  expect(verdict([flat, flat])).toBe("flat");
  expect(verdict([flat, worse])).toBe("worse");
  expect(verdict([flat, unclear])).toBe("unclear");
  expect(verdict([flat, missing, early])).toBe("flat");
});

test("without any figure that says something, a layer is early, withheld or not known, in this order", () => {
  expect(verdict([few, early, missing])).toBe("too_early");
  expect(verdict([few, missing])).toBe("withheld");
  expect(verdict([missing])).toBe("unknown");
  expect(verdict([])).toBe("unknown");
});

test("what stands beside decides nothing", () => {
  expect(verdict([flat, { ...moved, decides: false }])).toBe("flat");
});

test("finishing carries nothing where checks were failed", () => {
  const failed = { ...flat, id: "quiz" };
  expect(verdict([failed, moved], "understood")).toBe("flat");
  expect(verdict([{ ...unclear, id: "quiz" }, moved], "understood")).toBe("moved");
  expect(verdict([failed, moved], "in_work")).toBe("moved");
});
