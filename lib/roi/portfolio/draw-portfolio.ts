import type { Grade } from "@/lib/evaluation/result";
import { type NotCounted, plausibleBecause } from "@/lib/money/case-result";
import { type SettledCase, settleCase } from "@/lib/money/settle-case";
import { simulate } from "@/lib/money/simulate";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { byText } from "./by-text";
import { type CountedLine, countOnce, type SharedPeople, type TakenOut } from "./count-once";

export type DrawnLine = {
  id: string;
  grade: Grade | null;
  /** `counted`: in the figure; otherwise why it is not: for weak evidence (plausible, not counted), or because it is in neither. */
  because: NotCounted | "counted";
  /** Of its own initiative alone. */
  single: number;
  /** With every person once. */
  central: number;
  left: number;
  draws: Float64Array;
};

export type DrawnInitiative = { money: InitiativeMoney; lines: DrawnLine[]; cost: Float64Array };
export type DrawnPortfolio = { initiatives: DrawnInitiative[]; takenOut: TakenOut[]; draws: number };

/**
 * Every case drawn with all others, each person counted once in a stream. All have one seed and effects of their own names, so that initiatives that rest on
 * one assumption are wrong about it together, while the effect of each is drawn by itself; and a part that is of one initiative alone has the digits of its page.
 * @param pause awaited between cases, so that a server answers others meanwhile
 */
export async function drawPortfolio(
  monies: readonly InitiativeMoney[],
  people: SharedPeople,
  draws: number,
  pause: () => Promise<void> = async () => {},
): Promise<DrawnPortfolio> {
  const ordered = monies.toSorted((one, other) => byText(one.code, other.code));
  const { left, takenOut } = countOnce(ordered.flatMap(countedLines), people);
  const initiatives: DrawnInitiative[] = [];
  for (const money of ordered) {
    await pause();
    const { lines: drawn, cost } = simulate(withPeople(settleCase(money.case), left), draws);
    const lines = money.result.lines.map(({ id, because, benefit }, at): DrawnLine => {
      const share = left.get(id) ?? 1;
      const single = benefit?.central ?? 0;
      return {
        id,
        grade: gradeOf(money, id),
        because: because ?? "counted",
        single,
        central: share * single,
        left: share,
        draws: drawn[at] ?? new Float64Array(draws),
      };
    });
    initiatives.push({ money, lines, cost });
  }
  return { initiatives, takenOut, draws };
}

export const isPlausible = (because: DrawnLine["because"] | null) =>
  because !== null && because !== "counted" && plausibleBecause.includes(because);

const gradeOf = ({ lines }: InitiativeMoney, lineId: string) => lines.find(({ id }) => id === lineId)?.grade ?? null;

/** Lines that are money: counted, and those that only the strength of the evidence keeps out. */
function countedLines(money: InitiativeMoney): CountedLine[] {
  const { initiativeId, code } = money;
  return money.result.lines.flatMap(({ id, counted, because, benefit }) => {
    const line = money.case.lines.find((one) => one.id === id);
    const grade = gradeOf(money, id);
    if (!line || !grade || !benefit || !(counted || isPlausible(because))) return [];
    const perPerson = line.people > 0 ? benefit.central / line.people : 0;
    return [{ lineId: id, initiativeId, code, stream: line.stream, grade, counted, perPerson }];
  });
}

/** The case with the people that are left. */
function withPeople(settled: SettledCase, left: ReadonlyMap<string, number>): SettledCase {
  const lines = settled.lines.map((one) => ({
    ...one,
    line: { ...one.line, people: one.line.people * (left.get(one.line.id) ?? 1) },
  }));
  return { ...settled, lines };
}
