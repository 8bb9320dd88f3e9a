import type { Grade } from "@/lib/evaluation/result";
import { grouped } from "@/lib/grouped";
import { byText } from "./by-text";

/** A line of an initiative that has a place in the figure of the enterprise. */
export type CountedLine = {
  lineId: string;
  initiativeId: string;
  code: string;
  stream: string;
  grade: Grade;
  /** In the figure; otherwise plausible only. */
  counted: boolean;
  /** Money for each person, over the years counted. */
  perPerson: number;
};

/** Who is in which initiatives, and when each of them pays. */
export type SharedPeople = {
  /** People of the treated arms, by all the initiatives they are in. */
  sets: readonly { initiativeIds: readonly string[]; people: number }[];
  /** From the first exposure to the end of the last one's years of benefit; an initiative without a day overlaps with every other. */
  spans: ReadonlyMap<string, { from: string; until: string }>;
};

/** People of a line who are counted in another initiative's line of the same stream already. */
export type TakenOut = {
  lineId: string;
  initiativeId: string;
  /** The initiative they are counted in. */
  countedIn: string;
  stream: string;
  people: number;
  /** Of the people of the line. */
  share: number;
};

/**
 * Counts each person once in a stream: in a line that is counted before one that is only plausible, in the one with the stronger grade, among equal grades in the one that gives less money for each person.
 * Lines whose years do not overlap are different money, and both count.
 * @returns of each line the share of its people that is left, and what was taken out and why
 */
export function countOnce(
  lines: readonly CountedLine[],
  { sets, spans }: SharedPeople,
): { left: Map<string, number>; takenOut: TakenOut[] } {
  const left = new Map<string, number>();
  const takenOut: TakenOut[] = [];
  const overlap = (one: string, other: string) => {
    const [a, b] = [spans.get(one), spans.get(other)];
    return one === other || !a || !b || (a.from <= b.until && b.from <= a.until);
  };
  for (const [stream, own] of grouped(lines, (line) => line.stream)) {
    // Which lines count the people of a set. Whoever is taken out of a line is not counted there, and may count in a third one whose years are others.
    const countedBy = new Map<SharedPeople["sets"][number], string[]>();
    for (const line of own.toSorted(inOrder)) {
      const mine = sets.filter(({ initiativeIds }) => initiativeIds.includes(line.initiativeId));
      const all = mine.reduce((sum, { people }) => sum + people, 0);
      const counted = new Map<string, number>();
      for (const set of mine) {
        const before = countedBy.get(set) ?? [];
        const first = before.find((initiativeId) => overlap(initiativeId, line.initiativeId));
        if (first) counted.set(first, (counted.get(first) ?? 0) + set.people);
        else countedBy.set(set, [...before, line.initiativeId]);
      }
      let gone = 0;
      for (const [countedIn, people] of counted) {
        gone += people;
        takenOut.push({
          lineId: line.lineId,
          initiativeId: line.initiativeId,
          countedIn,
          stream,
          people,
          share: people / all,
        });
      }
      left.set(line.lineId, all === 0 ? 1 : 1 - gone / all);
    }
  }
  return { left, takenOut };
}

/** Which line counts a person first. */
function inOrder(one: CountedLine, other: CountedLine): number {
  return (
    Number(other.counted) - Number(one.counted) ||
    byText(one.grade, other.grade) ||
    one.perPerson - other.perPerson ||
    byText(one.code, other.code) ||
    byText(one.lineId, other.lineId)
  );
}
