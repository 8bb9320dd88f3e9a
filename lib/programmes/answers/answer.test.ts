import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { answerOf } from "./answer";
import { type Question, verdictOf } from "./questions";
import { windowsOf } from "./windows";

/** People with ten jobs each side, of which so many went wrong before and since, one more in every other person. */
function side(people: number, before: number, since: number) {
  const of = (value: number) => Array.from({ length: people }, (_, at) => value + (at % 2));
  const ten = Array.from({ length: people }, () => 10);
  return jointMomentsOf([of(since), ten, of(before).toReversed(), ten]);
}
const rule = { minimum: 5, wanted: "down", nothing: "Nothing is on file." } as const;
const none = side(0, 0, 0);

test("learners are compared with the others, as difference of changes and graded C, else with themselves, graded D", () => {
  const compared = answerOf({ learners: side(30, 4, 1), others: side(30, 4, 3) }, rule);
  // Learners 0.45 to 0.15, the others 0.45 to 0.35.
  expect(compared).toMatchObject({
    ...{ kind: "figure", method: "did_ratio_of_sums", grade: "C", verdict: "better", learners: 30, others: 30 },
    ...{ before: expect.closeTo(0.45, 12), since: expect.closeTo(0.15, 12), change: expect.closeTo(-0.2, 12) },
  });
  const alone = answerOf({ learners: side(30, 4, 1), others: side(4, 4, 3) }, rule);
  expect(alone).toMatchObject({
    ...{ method: "ratio_of_sums_change", grade: "D", others: null, change: expect.closeTo(-0.3, 12) },
  });
});

test("the same fall is a worse answer where more was wanted, and none where the interval holds zero", () => {
  const fell = { learners: side(30, 4, 1), others: none };
  expect(answerOf(fell, { ...rule, wanted: "up" })).toMatchObject({ verdict: "worse" });
  const still = { learners: side(30, 3, 3), others: none };
  expect(answerOf(still, rule)).toMatchObject({ verdict: "no-difference" });
});

test("few people are withheld, too few for an interval are told so, and nobody is the reason that was given", () => {
  expect(answerOf({ learners: side(4, 4, 1), others: none }, rule)).toEqual({ kind: "withheld", minimum: 5 });
  expect(answerOf({ learners: side(8, 4, 1), others: none }, rule)).toMatchObject({
    kind: "cannot-tell",
    because: expect.stringContaining("Only 8"),
  });
  expect(answerOf({ learners: none, others: side(30, 4, 1) }, rule)).toEqual({
    kind: "cannot-tell",
    because: "Nothing is on file.",
  });
});

test("before is the locked baseline, else the ninety days before; since goes to day 90 or as far as data do", () => {
  const open = { from: null, to: null };
  expect(windowsOf({ startsOn: "2026-04-01", baseline: open, asOf: "2026-12-31" })).toEqual({
    kind: "windows",
    before: { from: "2026-01-01", to: "2026-03-31" },
    since: { from: "2026-04-01", to: "2026-06-29" },
  });
  const locked = { from: "2025-10-01", to: "2025-12-31" };
  expect(windowsOf({ startsOn: "2026-04-01", baseline: locked, asOf: "2026-05-31" })).toMatchObject({
    before: locked,
    since: { from: "2026-04-01", to: "2026-05-31" },
  });
  const late = { from: "2026-03-01", to: "2026-04-15" };
  expect(windowsOf({ startsOn: "2026-04-01", baseline: late, asOf: "2026-12-31" })).toMatchObject({
    before: { from: "2026-01-01" },
  });
  expect(windowsOf({ startsOn: "2026-04-01", baseline: open, asOf: "2026-04-10" })).toEqual({
    kind: "none",
    because: "Data cover 10 days of the programme so far; it takes 14.",
  });
  expect(windowsOf({ startsOn: "2026-04-01", baseline: open, asOf: "2026-03-31" })).toMatchObject({ kind: "none" });
  expect(windowsOf({ startsOn: "2026-04-01", baseline: open, asOf: null })).toMatchObject({ kind: "none" });
});

test("a question is answered by its figures, and says when they point both ways or there are none", () => {
  const figure = answerOf({ learners: side(30, 4, 1), others: none }, rule);
  const rose = answerOf({ learners: side(30, 1, 4), others: none }, rule);
  const unknown = answerOf({ learners: none, others: none }, rule);
  const question = (...answers: (typeof figure)[]) =>
    ({ parts: answers.map((answer) => ({ answer, decides: true })) }) as Question;
  expect(verdictOf(question(unknown, figure))).toBe("yes");
  expect(verdictOf(question(rose))).toBe("no");
  expect(verdictOf(question(figure, rose))).toBe("mixed");
  expect(verdictOf(question(unknown))).toBe("cannot-tell");
  const early = {
    parts: [
      { answer: unknown, decides: true },
      { answer: figure, decides: false },
    ],
  } as Question;
  expect(verdictOf(early)).toBe("cannot-tell");
});
