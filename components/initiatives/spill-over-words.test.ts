import { expect, test } from "vitest";
import type { SpillOver } from "@/lib/evaluation/spill-over/spill-over";
import { formatsFor } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import { spillOverSentence } from "./spill-over-words";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const scale = effectScale({ code: "errors", unit: "share of jobs" }, { transform: {} });
const found = (direction: "better" | "worse" | "unclear"): Extract<SpillOver, { status: "estimated" }> => ({
  status: "estimated",
  by: "contrast",
  nearness: "site",
  counted: "people",
  near: { n: 20, mean: -0.01 },
  far: { n: 20, mean: 0 },
  estimate: -0.01,
  standard_error: 0.002,
  df: 30,
  ci: [-0.014, -0.006],
  p: 0.001,
  direction,
});

test("each direction says what it means for the effect", () => {
  expect(spillOverSentence(found("better"), scale, formats)).toMatch(
    /site improved more .*1\.0.points.*larger than the comparison shows/,
  );
  expect(spillOverSentence(found("worse"), scale, formats)).toMatch(/did worse.*their neighbours may have lost/);
  expect(spillOverSentence(found("unclear"), scale, formats)).toMatch(/no differently from those without/);
});

test("by the share of trained colleagues it is told for every ten points", () => {
  const { near: _, far: __, counted: ___, ...rest } = found("better") as Extract<SpillOver, { by: "contrast" }>;
  const share = { ...rest, by: "share" as const, places: 12, people: 60, range: [0.2, 0.8] as [number, number] };
  expect(spillOverSentence(share, scale, formats)).toMatch(/0\.10.points \(.*\) for every ten points more of the site/);
});
