import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateDemo } from "./generate";
import { type Recovered, recover } from "./recovered-effects";
import type { Comparison } from "./simple-arithmetic";
import { demoTruth } from "./truth";

const folder = mkdtempSync(join(tmpdir(), "demo-truth-"));
let found: Recovered;

beforeAll(async () => {
  const truth = await generateDemo({
    folder,
    only: ["kpi", "learning_events", "initiatives"],
    learningEventsPerPersonMonth: 0.1,
  });
  found = recover(folder, truth.observingTeams);
});
afterAll(() => rmSync(folder, { recursive: true }));

function covers({ low, high }: Comparison, value: number): boolean {
  return low <= value && value <= high;
}

test("refund handling is a clear success, and leaves handling time alone", () => {
  expect(covers(found.refund, demoTruth["refund-handling"].effect)).toBe(true);
  expect(found.refund.low).toBeGreaterThan(0.015);
  expect(covers(found.refundHandlingTime, 0)).toBe(true);
});

test("set-up verification works where managers observe and nowhere else", () => {
  expect(covers(found.setupWhereObserved, demoTruth["setup-verification"].effect)).toBe(true);
  expect(found.setupWhereObserved.high).toBeLessThan(-0.006);
  expect(covers(found.setupElsewhere, 0)).toBe(true);
  expect(found.setupElsewhere.low).toBeGreaterThan(-0.006);
  expect(covers(found.setupRework, 0)).toBe(true);
});

test("97 % are certified and the work is unchanged", () => {
  expect(found.certifiedShare).toBeCloseTo(0.97, 2);
  expect(covers(found.certification, 0)).toBe(true);
  expect(found.certification.low).toBeGreaterThan(-0.006);
});

test("users of the library look far better, but their change is nobody else's loss", () => {
  expect(found.libraryNaive.low).toBeGreaterThan(0.03);
  expect(covers(found.library, 0)).toBe(true);
  expect(Math.abs(found.library.effect)).toBeLessThan(found.libraryNaive.effect / 3);
});
