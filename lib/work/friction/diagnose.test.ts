import { expect, test } from "vitest";
import { diagnose, type Engagement } from "./diagnose";

const engagement = (change: Partial<Engagement> = {}): Engagement => ({
  people: 50,
  engaged: 40,
  used: { share: 0.2, jobs: 300 },
  others: { share: 0.2, jobs: 80 },
  ...change,
});

const poor = { rest: 0.1, kind: "avoidable_error" } as const;

test("high engagement and poor performance point to the process, not the learner", () => {
  expect(diagnose(engagement(), poor)).toBe("process");
  expect(diagnose(engagement({ engaged: 50, others: null }), poor)).toBe("process");
});

test("who used it and still does worse than elsewhere was taught something that needs revision", () => {
  expect(diagnose(engagement({ engaged: 20 }), poor)).toBe("content");
  expect(diagnose(engagement({ others: { share: 0.4, jobs: 80 } }), poor)).toBe("content");
});

test("people who learned and still need help were taught something that needs revision, however many they are", () => {
  expect(diagnose(engagement(), { ...poor, kind: "struggle" })).toBe("content");
});

test("where those who used it do as in other tasks, the rest was not reached", () => {
  const works = { used: { share: 0.1, jobs: 300 }, others: { share: 0.4, jobs: 300 } };
  expect(diagnose(engagement({ ...works, engaged: 10 }), poor)).toBe("reach");
  expect(diagnose(engagement({ ...works, engaged: 45 }), poor)).toBeNull();
  expect(diagnose(engagement({ engaged: 3, used: null }), poor)).toBe("reach");
});

test("nothing is diagnosed where nobody did it", () => {
  expect(diagnose(engagement({ people: 0, engaged: 0 }), poor)).toBeNull();
});
