import { expect, test } from "vitest";
import { noEvidence, type TaskEvidence, taskReadiness } from "./task-readiness";

const rule = { jobs: 5, rightFirstTime: 0.8, assisted: 0.2 };
const month = (name: string, known: number, ok: number, assisted = 0) => ({
  month: name,
  jobs: known,
  known,
  ok,
  errors: known - ok,
  assistedKnown: known,
  assisted,
});
const of = (evidence: Partial<TaskEvidence>) => taskReadiness({ ...noEvidence(), ...evidence }, rule);

test("nothing at all is not enough evidence, not a no", () => {
  expect(of({})).toEqual({
    state: "not-enough",
    parts: { independent: "unknown", accurate: "unknown", consistent: "unknown" },
    kinds: 0,
  });
});

test("two good months of work alone make somebody ready, on one kind of evidence", () => {
  expect(of({ months: [month("2026-09-01", 10, 8, 2), month("2026-10-01", 5, 5)] })).toEqual({
    state: "alone",
    parts: { independent: "yes", accurate: "yes", consistent: "yes" },
    kinds: 1,
  });
});

test("one good month does not show consistency", () => {
  expect(of({ months: [month("2026-10-01", 10, 9)] })).toMatchObject({
    state: "not-enough",
    parts: { independent: "yes", accurate: "yes", consistent: "unknown" },
  });
});

test("a good mean hides no bad month", () => {
  // 17 of 20 right in all, but 6 of 10 in September.
  expect(of({ months: [month("2026-09-01", 10, 6), month("2026-10-01", 10, 11 - 1)] }).parts).toMatchObject({
    accurate: "yes",
    consistent: "no",
  });
});

test("what others saw and what work shows must both hold", () => {
  const months = [month("2026-09-01", 10, 9), month("2026-10-01", 10, 9)];
  expect(of({ months, independent: { yes: 1, known: 3 } })).toMatchObject({
    state: "not-yet",
    parts: { independent: "no", accurate: "yes" },
    kinds: 2,
  });
  // A single rating does not speak yet.
  expect(of({ months, independent: { yes: 0, known: 1 } })).toMatchObject({ state: "alone", kinds: 1 });
});

test("being right more often never makes somebody less ready", () => {
  const rank = { "not-yet": 0, "not-enough": 1, alone: 2 };
  for (let ok = 0; ok < 10; ok += 1) {
    const less = of({ months: [month("2026-09-01", 10, ok), month("2026-10-01", 10, ok)] });
    const more = of({ months: [month("2026-09-01", 10, ok + 1), month("2026-10-01", 10, ok + 1)] });
    expect(rank[more.state]).toBeGreaterThanOrEqual(rank[less.state]);
  }
});
