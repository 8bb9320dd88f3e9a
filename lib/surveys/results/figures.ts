import { answerClasses } from "@/db/schema/work";
import { isSmallGroup } from "@/lib/access/privacy";
import { grouped } from "@/lib/grouped";
import { tFigure } from "@/lib/stats/figure";
import { momentsOf } from "@/lib/stats/moments";
import { wilsonInterval } from "@/lib/stats/newcombe";
import type { AnswerClass, Dimension } from "@/lib/surveys/survey";

/** One answer as it is stored, of a wave that may be shown. */
export type AnswerRow = {
  responseId: string;
  questionId: string;
  class: AnswerClass | null;
  score: number | null;
  words: string | null;
  dimension: Dimension | null;
};

type ClassShare = { class: AnswerClass; count: number; share: number; interval: [number, number] };
/** Of how many people, and which classes they chose. */
export type Classes = { people: number; shares: ClassShare[] };
/** Mean on the scale from 1 to 5; no interval where everybody said the same. */
export type Scale = { people: number; mean: number; interval: [number, number] | null };

/** What was written, and how often just so. Of a statement from a debrief or focus group also what it was taken for. */
export type Said = { words: string; class: AnswerClass | null; times: number };

/** A figure, or why there is none: nobody answered, or fewer than the minimum did. */
export type Shown<Figure> = { kind: "shown"; value: Figure } | { kind: "withheld" } | { kind: "none" };

function guarded<Figure>(people: number, minimum: number, figure: () => Figure): Shown<Figure> {
  if (people === 0) return { kind: "none" };
  return isSmallGroup(people, minimum) ? { kind: "withheld" } : { kind: "shown", value: figure() };
}

/** The first class of each person, with Wilson's intervals. */
export function classesOf(rows: readonly AnswerRow[], minimum: number): Shown<Classes> {
  const first = new Map<string, AnswerClass>();
  for (const { responseId, class: kind } of rows)
    if (kind !== null && !first.has(responseId)) first.set(responseId, kind);
  const chosen = [...first.values()];
  const n = chosen.length;
  return guarded(n, minimum, () => ({
    people: n,
    shares: answerClasses.map((kind) => {
      const count = chosen.filter((one) => one === kind).length;
      return { class: kind, count, share: count / n, interval: wilsonInterval({ n, events: count }) };
    }),
  }));
}

/** The mean over people of the mean each gave, with Student's t interval. */
export function scaleOf(rows: readonly AnswerRow[], minimum: number): Shown<Scale> {
  const scored = rows.flatMap(({ responseId, score }) => (score === null ? [] : [{ responseId, score }]));
  const means = [...grouped(scored, ({ responseId }) => responseId).values()].map(
    (own) => own.reduce((sum, { score }) => sum + score, 0) / own.length,
  );
  return guarded(means.length, minimum, () => {
    const { n, mean, variance } = momentsOf(means);
    const figure = tFigure({
      method: "mean",
      value: mean,
      standardError: Math.sqrt(variance / n),
      n,
      confidence: 0.95,
    });
    return { people: n, mean, interval: figure.kind === "figure" && variance > 0 ? within(figure.interval) : null };
  });
}

/** Nobody can say less than 1 or more than 5. */
const within = ([low, high]: [number, number]): [number, number] => [Math.max(1, low), Math.min(5, high)];

/** What was written, where the minimum wrote something. */
export function wordsOf(rows: readonly AnswerRow[], minimum: number): Shown<Said[]> {
  const written = rows.flatMap(({ words, class: kind, responseId }) =>
    words === null ? [] : [{ words, class: kind, responseId }],
  );
  const people = new Set(written.map(({ responseId }) => responseId)).size;
  return guarded(people, minimum, () =>
    [...grouped(written, ({ words, class: kind }) => `${kind} ${words}`).values()]
      .flatMap(([first, ...others]) =>
        first ? [{ words: first.words, class: first.class, times: 1 + others.length }] : [],
      )
      .toSorted((a, b) => (a.words < b.words ? -1 : Number(a.words > b.words))),
  );
}
