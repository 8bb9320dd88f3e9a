import { expect, test } from "vitest";
import type { Headline } from "@/lib/evaluation/headline";
import { formatsFor } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import { type Stated, whatMoved } from "@/lib/initiatives/what-moved";
import { movedText } from "./moved-text";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const scale = effectScale({ code: "defects", unit: "share" }, { transform: {} });

function stated(value: number, [low, high]: [number, number], grade: Stated["grade"] = "B"): Stated {
  const headline: Headline = { kind: "estimate", method: "did_cr1", value, interval: [low, high], log: false, n: 40 };
  return { evaluatedAt: new Date("2026-01-01"), grade, headline, checks: [] };
}

const textOf = (before: Stated, now: Stated) =>
  movedText(whatMoved(before, now), scale, formats).replaceAll("\u00a0", " ");

test("it says by how much the effect moved, how much wider its interval is, and what became of the grade", () => {
  expect(textOf(stated(-0.006, [-0.01, -0.002]), stated(-0.004, [-0.01, 0.002], "C"))).toBe(
    "The effect moved by +0.2 points, and its interval is 50% wider. The grade went from B to C.",
  );
});

test("what stayed is said to have stayed", () => {
  expect(textOf(stated(-0.006, [-0.01, -0.002]), stated(-0.006, [-0.008, -0.004]))).toBe(
    "The effect stayed, and its interval is 50% narrower. The grade stayed.",
  );
});

test("nothing is told of what is withheld", () => {
  const withheld: Stated = { ...stated(0, [0, 0], "E"), headline: { kind: "withheld", minimum: 5 } };
  expect(textOf(withheld, stated(-0.006, [-0.008, -0.004]))).toMatch(/too few people/);
});
