import type { GroupTimeDocument } from "@/lib/evaluation/group-time";
import type { MethodResult } from "@/lib/evaluation/result";

type Range = [number, number];

/** A wave: everybody first exposed in one period. `withheld` where it holds fewer people than may be shown. */
export type Wave = { name: string; n: number; clusters: number; single: boolean; withheld: boolean };

/** The effect on one wave in one period. `since` counts periods from its first exposure on, negative before. */
export type WaveEffect = {
  wave: string;
  period: string;
  since: number;
  estimate: number;
  interval: Range | null;
};

/** An effect by time since exposure; null where too few people stand behind it to be shown. */
type EventPoint = {
  time: number;
  shown: { estimate: number; interval: Range | null; band: Range | null } | null;
};

export type RollOutPicture = {
  waves: Wave[];
  periods: string[];
  /** Of the waves that may be shown. */
  effects: WaveEffect[];
  /** Pairs nothing could be computed for, of the waves that may be shown. */
  refused: { wave: string; period: string; reason: string }[];
  events: EventPoint[];
  /** The average over the times from exposure on. */
  after: { estimate: number; interval: Range | null };
};

/** How many people were first exposed in each period, named as the evaluation names periods. */
export type ExposedIn = { period: string; people: number };

type Size = {
  /** What the units of the plan are: where they are teams, `exposed` says how many people a wave holds. */
  unit: string;
  exposed: readonly ExposedIn[];
  /** A wave of fewer people is withheld, and with it every time since exposure that only such waves reach. */
  minimum: number;
};

/** What the pages draw of group-time effects. Null where the method left none. */
export function rollOutPicture({ detail }: Pick<MethodResult, "detail">, size: Size): RollOutPicture | null {
  if (!isGroupTime(detail)) return null;
  const { group_time: effects, refused, groups, aggregates, overall } = detail;
  const periods = [...new Set([...effects, ...refused].flatMap(({ group, period }) => [group, period]))].toSorted();
  const waves = groups.map(({ group, ...counts }): Wave => {
    const people = size.unit === "team" ? peopleOf(group, periods, size.exposed) : counts.n;
    return { name: group, ...counts, withheld: people < size.minimum };
  });
  const isShown = ({ group }: { group: string }) => waves.some(({ name, withheld }) => name === group && !withheld);
  const sinceOf = (at: { group: string; period: string }) => periods.indexOf(at.period) - periods.indexOf(at.group);
  const shown = effects.filter(isShown);
  const reached = new Set(shown.map(sinceOf));
  return {
    waves,
    periods,
    effects: shown.map((effect) => ({
      wave: effect.group,
      period: effect.period,
      since: sinceOf(effect),
      estimate: effect.estimate,
      interval: effect.ci,
    })),
    refused: refused.filter(isShown).map(({ group, period, reason }) => ({ wave: group, period, reason })),
    events: aggregates.event.filter(isTimed).map(({ event_time: time, estimate, ci, band }) => ({
      time,
      shown: reached.has(time) ? { estimate, interval: ci, band } : null,
    })),
    after: { estimate: overall.event.estimate, interval: overall.event.ci },
  };
}

type Level = GroupTimeDocument["aggregates"]["event"][number];

function isGroupTime(detail: Record<string, unknown>): detail is GroupTimeDocument {
  const { aggregates, group_time: effects, groups } = detail;
  const isHeld = typeof aggregates === "object" && aggregates !== null && "event" in aggregates;
  return isHeld && Array.isArray(effects) && Array.isArray(groups) && groups.length > 0;
}

function isTimed(level: Level): level is Level & { event_time: number } {
  return "event_time" in level && typeof level.event_time === "number";
}

/** People first exposed in the period of a wave, or since the period before it in which anybody has a value. */
function peopleOf(wave: string, periods: readonly string[], exposed: readonly ExposedIn[]): number {
  const before = periods.filter((period) => period < wave).at(-1) ?? "";
  return exposed.filter(({ period }) => period > before && period <= wave).reduce((sum, { people }) => sum + people, 0);
}
