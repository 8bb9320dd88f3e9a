import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { isToRevise, type MissedSums, missedConcept } from "./missed-concepts";

/** Six people with ten jobs on both sides of passing, and so much trouble in them. */
function work(after: number[], before: number[]): MissedSums["work"] {
  const jobs = after.map(() => 10);
  return { ...jointMomentsOf([after, jobs, before, jobs]), jobsBefore: jobs.length * 10, jobsAfter: jobs.length * 10 };
}
const stillWrong = work([4, 3, 5, 4, 3, 5], [4, 4, 4, 4, 4, 4]);
const fewer = work([1, 0, 2, 1, 0, 2], [4, 5, 4, 5, 4, 5]);
const scattered = work([0, 9, 1, 8, 0, 9], [4, 5, 4, 5, 4, 5]);
const often: MissedSums = {
  id: "b",
  people: 24,
  missed: 9,
  scored: 24,
  meanScore: 0.68,
  earlier: { tries: 12, missed: 6 },
  later: { tries: 12, missed: 3 },
  passed: 6,
  tasks: 1,
  work: stillWrong,
};

test("a concept that is often missed and goes wrong as much since people passed is to be revised", () => {
  // 9 of 24 missed. 24 of 60 jobs before and after; differences 0, -1, 1, 0, -1, 1 of ten have a variance of 0.008, so the
  // standard error is sqrt(0.008 / 6) = 0.0365, times t(5) = 2.571: 0.0939 either way, less than a quarter of 0.4.
  const found = missedConcept(often, 5);
  expect(found).toMatchObject({ share: 0.375, passed: 6, verdict: "revise", consistent: true });
  expect(found.recurrence).toMatchObject({ kind: "told", people: 6, jobs: 120, before: 0.4, after: 0.4 });
  const change = found.recurrence.kind === "told" ? found.recurrence.change : null;
  expect(change?.[0]).toBeCloseTo(-0.0939, 4);
  expect(change?.[1]).toBeCloseTo(0.0939, 4);
  expect(isToRevise(found)).toBe(true);
});

test("one that goes wrong less is gone, and one that may have fallen by a quarter or not cannot be told", () => {
  expect(missedConcept({ ...often, work: fewer }, 5)).toMatchObject({ verdict: "gone" });
  const unclear = missedConcept({ ...often, work: scattered }, 5);
  expect(unclear.verdict).toBe("unclear");
  // Missed in both halves of the year, so it is revised although production cannot tell; in one alone it is not.
  expect(isToRevise(unclear)).toBe(true);
  expect(isToRevise(missedConcept({ ...often, later: { tries: 12, missed: 2 }, work: scattered }, 5))).toBe(false);
  expect(isToRevise(missedConcept({ ...often, work: fewer }, 5))).toBe(false);
});

test("what nobody gets wrong any more is not still going wrong", () => {
  const none = work([0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]);
  expect(missedConcept({ ...often, work: none }, 5).verdict).toBe("unclear");
});

test("few tries, few misses, no task, few jobs and few people each say what they are", () => {
  expect(missedConcept({ ...often, people: 19 }, 5)).toMatchObject({ verdict: "too-few", withheld: false });
  expect(missedConcept({ ...often, missed: 5 }, 5)).toMatchObject({ verdict: "seldom" });
  expect(missedConcept({ ...often, tasks: 0 }, 5)).toMatchObject({
    recurrence: { kind: "no-task" },
    verdict: "unclear",
  });
  expect(missedConcept({ ...often, work: { ...stillWrong, jobsAfter: 29 } }, 5)).toMatchObject({
    recurrence: { kind: "too-few" },
  });
  expect(missedConcept({ ...often, passed: 6, work: stillWrong }, 7)).toMatchObject({
    passed: null,
    recurrence: { kind: "withheld" },
    verdict: "unclear",
  });
  expect(missedConcept({ ...often, people: 4, missed: 4 }, 5)).toMatchObject({
    withheld: true,
    people: 0,
    share: null,
    meanScore: null,
    passed: null,
    recurrence: { kind: "withheld" },
  });
});
