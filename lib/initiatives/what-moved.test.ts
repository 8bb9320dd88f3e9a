import { expect, test } from "vitest";
import type { Headline } from "@/lib/evaluation/headline";
import { type Stated, whatMoved } from "./what-moved";

function stated(change: Partial<Stated> = {}): Stated {
  return {
    evaluatedAt: new Date("2026-01-01"),
    grade: "B",
    headline: { kind: "estimate", method: "did_cr1", value: 1, interval: [0.5, 1.5], log: false, n: 40 },
    checks: [{ id: "balance", status: "pass" }],
    ...change,
  };
}

const estimate = (value: number, method = "did_cr1"): Headline => {
  return { kind: "estimate", method, value, interval: [value - 1, value + 1], log: false, n: 41 };
};

test("the same to the last digit is the same, and a rounding is not", () => {
  expect(whatMoved(stated(), stated())).toMatchObject({ same: true, grade: null, checks: [], method: null });
  const nearly = stated({
    headline: { kind: "estimate", method: "did_cr1", value: 1 + 1e-12, interval: [0.5, 1.5], log: false, n: 40 },
  });
  expect(whatMoved(stated(), nearly).same).toBe(false);
});

test("it says by how much the estimate and both ends moved, and which grade and checks are others", () => {
  const now = stated({
    grade: "C",
    headline: estimate(2),
    checks: [
      { id: "balance", status: "warn" },
      { id: "placebo", status: "fail" },
    ],
  });
  expect(whatMoved(stated(), now)).toMatchObject({
    same: false,
    moved: { by: 1, low: 0.5, high: 1.5 },
    grade: { before: "B", now: "C" },
    checks: [
      { id: "balance", before: "pass", now: "warn" },
      { id: "placebo", before: null, now: "fail" },
    ],
  });
});

test("figures of two methods are not subtracted from each other", () => {
  const moved = whatMoved(stated(), stated({ headline: estimate(2, "did_welch") }));
  expect(moved).toMatchObject({ moved: null, method: { before: "did_cr1", now: "did_welch" }, same: false });
});

test("what is withheld on either side is not compared at all", () => {
  const withheld = stated({ grade: "E", headline: { kind: "withheld", minimum: 5 }, checks: [] });
  for (const pair of [whatMoved(withheld, stated()), whatMoved(stated(), withheld)]) {
    expect(pair).toMatchObject({ moved: null, grade: null, checks: [], same: false });
  }
});

test("an estimate that was not to be had before is a move", () => {
  const none = stated({ headline: { kind: "not-estimable", reason: "No baseline." } });
  expect(whatMoved(none, stated())).toMatchObject({ moved: null, same: false });
  expect(whatMoved(none, none).same).toBe(true);
});
