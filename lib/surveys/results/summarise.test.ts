import { expect, test } from "vitest";
import type { SurveyQuestion } from "@/db/schema/surveys";
import { byUnit } from "./by-unit";
import type { AnswerRow } from "./figures";
import { summarise } from "./summarise";

const questions: SurveyQuestion[] = [
  { id: "q1", text: "Of use?", kind: "class", dimension: "learning", required: true },
  { id: "q2", text: "Help?", kind: "scale", dimension: "support", required: true },
  { id: "q3", text: "In time?", kind: "scale", dimension: "support", required: true },
  { id: "q4", text: "What else?", kind: "words", required: false },
];
const row = (responseId: string, questionId: string, rest: Partial<AnswerRow>): AnswerRow => ({
  responseId,
  questionId,
  class: null,
  score: null,
  words: null,
  dimension: questions.find(({ id }) => id === questionId)?.dimension ?? null,
  ...rest,
});
const voices = ["a", "b", "c", "d", "e", "f"];
const classes = voices.map((id, at) => row(id, "q1", { class: at < 4 ? "helpful" : "distracting" }));

test("shares come with Wilson's interval and means with Student's, each person once", () => {
  const scores = voices.flatMap((id, at) => [
    row(id, "q2", { score: 1 + (at % 3) }),
    row(id, "q3", { score: 3 + (at % 3) }),
  ]);
  const { classes: all, dimensions, questions: asked } = summarise(questions, [...classes, ...scores], 5);
  const shares = all.kind === "shown" ? all.value.shares : [];
  expect(shares.map(({ class: kind, count }) => [kind, count])).toEqual([
    ["helpful", 4],
    ["distracting", 2],
    ["irrelevant", 0],
  ]);
  // By hand: (4/6 + z²/12 ± z √(4/6 · 2/6 / 6 + z²/144)) / (1 + z²/6) with z = 1.96.
  expect(shares[0]?.interval).toEqual([expect.closeTo(0.3, 2), expect.closeTo(0.9032, 4)]);
  const support = dimensions.find(({ id }) => id === "support");
  // The mean of each person is 2, 3 or 4, twice each: 3 ± 2.5706 √(0.8 / 6).
  expect(support?.scale).toEqual({
    kind: "shown",
    value: { people: 6, mean: 3, interval: [expect.closeTo(2.061353, 5), expect.closeTo(3.938647, 5)] },
  });
  expect(support?.classes).toEqual({ kind: "none" });
  expect(asked.map(({ id }) => id)).toEqual(["q1", "q2", "q3", "q4"]);
});

test("everybody of one mind has no interval, and no interval leaves the scale", () => {
  const agreed = voices.map((id) => row(id, "q2", { score: 5 }));
  expect(summarise(questions, agreed, 5).questions[1]?.scale).toMatchObject({ value: { mean: 5, interval: null } });
  const high = voices.map((id, at) => row(id, "q2", { score: at === 0 ? 3 : 5 }));
  const scale = summarise(questions, high, 5).questions[1]?.scale;
  expect(scale?.kind === "shown" ? scale.value.interval?.[1] : null).toBe(5);
});

test("a figure fewer than the minimum answered is withheld, and words stand by the alphabet", () => {
  const few = voices.slice(0, 4).map((id) => row(id, "q4", { words: `word ${id}` }));
  expect(summarise(questions, few, 5).questions[3]?.words).toEqual({ kind: "withheld" });
  const many = voices.toReversed().map((id) => row(id, "q4", { words: `word ${id}` }));
  const words = summarise(questions, many, 5).questions[3]?.words;
  expect(words?.kind === "shown" ? words.value.map((one) => one.words) : []).toEqual(voices.map((id) => `word ${id}`));
  expect(summarise(questions, [], 5).classes).toEqual({ kind: "none" });
});

const units = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([unit, count]) =>
    Array.from({ length: count }, (_, at) => ({ responseId: `${unit}${at}`, unitId: unit, unit })),
  );
const told = (counts: Record<string, number>, answered = counts) =>
  byUnit(
    units(answered).map(({ responseId }) => row(responseId, "q1", { class: "helpful" })),
    units(counts),
    5,
    () => true,
  ).map(({ name, people, classes: shown }) => [name, people, shown.kind]);

test("a unit is shown where it and what is left of the total are large enough, figure by figure", () => {
  expect(told({ A: 6, B: 7 })).toEqual([
    ["A", 6, "shown"],
    ["B", 7, "shown"],
  ]);
  expect(told({ A: 6, B: 3 })).toEqual([
    ["A", null, "withheld"],
    ["B", null, "withheld"],
  ]);
  expect(told({ A: 9, B: 7, C: 8 }, { A: 9, B: 4, C: 8 })).toEqual([
    ["A", 9, "shown"],
    ["B", 7, "withheld"],
    ["C", 8, "withheld"],
  ]);
});
