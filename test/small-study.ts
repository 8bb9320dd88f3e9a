import type { StudyPerson } from "./given-study";

const before = "2025-02-28";
export const after = "2025-05-31";

export type Pair = [pre: number | null, post: number | null];

/** Somebody with a value before and one after; null is none. */
export function person(id: string, arm: string, [pre, post]: Pair, more: Partial<StudyPerson> = {}): StudyPerson {
  const values = [
    { date: before, value: pre },
    { date: after, value: post },
  ].filter(({ value }) => value !== null);
  return { id, arm, exposedOn: arm === "control" ? null : "2025-04-01", values, ...more };
}

export const treatedPairs: Pair[] = [
  [5, 8],
  [4, 6],
  [7, 9.5],
  [3, 6],
  [6, 6.5],
  [5.5, 9],
];
export const controlPairs: Pair[] = [
  [5, 5.5],
  [4.5, 4],
  [6, 7],
  [3.5, 3],
  [6.5, 7],
];

/** Six treated, five control; windows as in `givenStudy`. */
export function bothArms(more: (index: number) => Partial<StudyPerson> = () => ({})): StudyPerson[] {
  return [
    ...treatedPairs.map((pair, index) => person(`t${index}`, "treatment", pair, more(index))),
    ...controlPairs.map((pair, index) => person(`c${index}`, "control", pair, more(index))),
  ];
}

export const pre = (pairs: Pair[]) => pairs.map(([value]) => value ?? Number.NaN);
export const post = (pairs: Pair[]) => pairs.map(([, value]) => value ?? Number.NaN);
