import type { Formats } from "@/lib/format/formats";
import type { Movers } from "@/lib/scorecard/scorecard";

type Ranked = Extract<Movers, { kind: "ranked" }>;
type Mover = Ranked["movers"][number];

/** How many moved beyond noise, and whether their order can be told. */
export function moversSentence({ movers, left }: Ranked, since: string): string {
  const moved = movers.filter((one) => one.moved).length;
  const of = `${movers.length} groups`;
  const first =
    moved === 0
      ? `None of ${of} changed since ${since} by more than noise explains.`
      : `${moved} of ${of} changed since ${since} by more than noise explains (false findings held to 5%).`;
  const apart = movers.filter(({ rank }) => rank[1] - rank[0] < movers.length - 1).length;
  const second =
    apart === 0
      ? " Their changes cannot be told apart: no order among them is to be read."
      : apart < movers.length
        ? ` The order can be told for ${apart} of them in part; the others may hold any rank.`
        : " The order can be told in part: the ranks each may hold stand beside it.";
  return (
    first +
    second +
    (left > 0
      ? ` ${left} more ${left === 1 ? "has" : "have"} no figure that can be shown or judged in both periods.`
      : "")
  );
}

const mostDrawn = 40;

/** The groups that are drawn, in their order: of many those that changed most surely. */
export function drawnMovers({ movers }: Ranked): Mover[] {
  if (movers.length <= mostDrawn) return movers;
  const surest = new Set(movers.toSorted((a, b) => a.adjustedP - b.adjustedP).slice(0, mostDrawn));
  return movers.filter((mover) => surest.has(mover));
}

/** The ranks a group may hold, 1 for the largest change. */
export function rankText({ rank }: Mover, of: number): string {
  if (rank[0] === 1 && rank[1] === of) return "cannot be told apart";
  return rank[0] === rank[1] ? `rank ${rank[0]} of ${of}` : `rank ${rank[0]} to ${rank[1]} of ${of}`;
}

/** A change with its interval, a difference or a ratio. */
export function moveText(
  formats: Formats,
  unit: string,
  isRatio: boolean,
  change: number,
  interval: [number, number],
): string {
  if (!isRatio) return formats.effect(change, interval, unit);
  const ratio = (value: number) => formats.figure(value, { significant: 2 });
  return `${ratio(change)} times (${ratio(interval[0])} to ${ratio(interval[1])})`;
}
