import type { ValueType } from "@/db/schema/money";
import { isSmallGroup } from "@/lib/access/privacy";
import type { Grade } from "@/lib/evaluation/result";
import type { NotCounted, Ranged } from "@/lib/money/case-result";
import { shareBelowZero } from "@/lib/money/share-below-zero";
import type { TakenOut } from "./count-once";
import { type DrawnInitiative, type DrawnLine, type DrawnPortfolio, isPlausible } from "./draw-portfolio";
import { addDraws, rangeOf } from "./range-of";

/** People and money that would have counted twice. */
export type Overlap = Omit<TakenOut, "people" | "share"> & {
  /** How many, and which part of the people of the line; null where they are fewer than the minimum. */
  people: number | null;
  share: number | null;
  title: string;
  countedInTitle: string;
  line: string;
  money: number;
  counted: boolean;
};

export type EnterpriseShare = {
  initiativeId: string;
  /** What it brings to the figure of the enterprise, and what its own page says. */
  benefit: Ranged;
  single: number;
};

export type RollUp = {
  draws: number;
  spent: number;
  learnerHours: number;
  /** The figures of the initiatives simply added up. */
  added: number;
  overlaps: Overlap[];
  /** Grades A to C, everybody once in a stream. */
  benefit: Ranged;
  net: Ranged;
  returnOnInvestment: Ranged | null;
  lossProbability: number;
  byGrade: { grade: "A" | "B" | "C"; benefit: Ranged; lines: number }[];
  byType: { type: ValueType; benefit: Ranged; lines: number }[];
  /** Grades D and E, and secondary KPIs whose own result does not hold: plausible, not counted. */
  plausible: { benefit: Ranged; lines: number };
  /** Lines that are in neither, by why. */
  others: { because: NotCounted; lines: number }[];
  shares: EnterpriseShare[];
};

/**
 * What all initiatives brought together, from draws in which each person counts once in a stream.
 * @param minimum people of whom a count may be told
 */
export function rollUp({ initiatives, takenOut, draws }: DrawnPortfolio, minimum: number): RollUp {
  const all = initiatives.flatMap(({ money, lines }) => lines.map((line) => ({ money, line })));
  const counted = all.filter(({ line }) => line.because === "counted").map(({ line }) => line);
  const plausible = all.filter(({ line }) => isPlausible(line.because)).map(({ line }) => line);
  const benefit = sumOf(counted, draws);
  const net = benefit.drawn.slice();
  const cost = new Float64Array(draws);
  for (const one of initiatives) addDraws(cost, one.cost);
  addDraws(net, cost, -1);
  const spent = initiatives.reduce((sum, { money }) => sum + money.result.cost.total, 0);
  const typeOf = new Map(all.map(({ money, line }) => [line, money.lines.find(({ id }) => id === line.id)?.valueType]));
  const others = new Map<NotCounted, number>();
  for (const { line } of all) {
    if (line.because === "counted" || isPlausible(line.because)) continue;
    others.set(line.because, (others.get(line.because) ?? 0) + 1);
  }
  return {
    draws,
    spent,
    learnerHours: initiatives.reduce((sum, { money }) => sum + money.result.cost.learnerHours, 0),
    added: counted.reduce((sum, { single }) => sum + single, 0),
    overlaps: overlapsOf(initiatives, takenOut, minimum),
    benefit: benefit.range,
    net: rangeOf(benefit.range.central - spent, net),
    returnOnInvestment:
      spent > 0
        ? rangeOf(
            (benefit.range.central - spent) / spent,
            net.map((value, draw) => value / (cost[draw] ?? 1)),
          )
        : null,
    lossProbability: shareBelowZero(net),
    byGrade: (["A", "B", "C"] as const).map((grade) => ({
      grade,
      ...group(counted, draws, (one) => one.grade === grade),
    })),
    byType: (["labour", "quality", "revenue", "safety"] as const).map((type) => ({
      type,
      ...group(counted, draws, (one) => typeOf.get(one) === type),
    })),
    plausible: { benefit: sumOf(plausible, draws).range, lines: plausible.length },
    others: [...others].map(([because, lines]) => ({ because, lines })),
    shares: initiatives.map(({ money, lines }) => {
      const own = lines.filter(({ because }) => because === "counted");
      const single = own.reduce((sum, line) => sum + line.single, 0);
      return { initiativeId: money.initiativeId, benefit: sumOf(own, draws).range, single };
    }),
  };
}

function group(lines: readonly DrawnLine[], draws: number, isIn: (line: DrawnLine) => boolean) {
  const own = lines.filter(isIn);
  return { benefit: sumOf(own, draws).range, lines: own.length };
}

export function sumOf(lines: readonly DrawnLine[], draws: number): { range: Ranged; drawn: Float64Array } {
  const drawn = new Float64Array(draws);
  for (const line of lines) addDraws(drawn, line.draws);
  const central = lines.reduce((sum, line) => sum + line.central, 0);
  return { range: rangeOf(central, drawn), drawn };
}

function overlapsOf(
  initiatives: readonly DrawnInitiative[],
  takenOut: readonly TakenOut[],
  minimum: number,
): Overlap[] {
  const grades: readonly (Grade | null)[] = ["A", "B", "C"];
  const title = (id: string) => initiatives.find(({ money }) => money.initiativeId === id)?.money.title ?? "";
  return takenOut.map((one) => {
    const own = initiatives.find(({ money }) => money.initiativeId === one.initiativeId);
    const line = own?.lines.find(({ id }) => id === one.lineId);
    const isFew = isSmallGroup(one.people, minimum);
    return {
      ...one,
      people: isFew ? null : one.people,
      share: isFew ? null : one.share,
      title: title(one.initiativeId),
      countedInTitle: title(one.countedIn),
      line: own?.money.lines.find(({ id }) => id === one.lineId)?.title ?? "",
      money: one.share * (line?.single ?? 0),
      counted: line?.because === "counted" && grades.includes(line.grade),
    };
  });
}
