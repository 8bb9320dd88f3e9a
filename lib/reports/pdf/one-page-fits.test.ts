import { expect, test } from "vitest";
import { givenReport } from "@/test/given-report";
import { type Fit, grownFits, leastFits } from "./one-page-fits";

const report = givenReport({
  blocks: givenReport().blocks.map((block) => ({ ...block, full: false })),
  limits: Array.from({ length: 7 }, (_, at) => `Limit ${at}`),
});

function expectToGrow(fits: readonly Fit[]) {
  for (const [at, fit] of fits.entries()) {
    const before = fits[at - 1];
    if (!before) continue;
    expect(fit).not.toEqual(before);
    for (const key of ["blocks", "chart", "limits", "unsigned", "text"] as const) {
      expect(fit[key]).toBeGreaterThanOrEqual(before[key]);
    }
    expect(fit.rows.every((rows, block) => rows >= (before.rows[block] ?? 0))).toBe(true);
    expect(Number(fit.notes)).toBeGreaterThanOrEqual(Number(before.notes));
  }
}

test("each fit holds what the one before it holds, and something more", () => {
  const least = leastFits(report);
  expectToGrow(least);
  for (const fit of least) expectToGrow(grownFits(report, fit));
});

test("the last of them holds everything, to forty rows of a table", () => {
  const all = leastFits(report).at(-1) ?? expect.fail("There is none");
  expect(grownFits(report, all).at(-1)).toMatchObject({ blocks: 5, rows: [2, 0, 0, 40, 2], notes: true, limits: 7 });
});
