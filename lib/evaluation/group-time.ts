import {
  callawaySantanna,
  type GroupTimeDetail,
  type GroupTimeOptions,
} from "@/lib/stats/panel/group-time/callaway-santanna";
import { callawaySantannaDoublyRobust } from "@/lib/stats/panel/group-time/callaway-santanna-dr";
import type { Comparison } from "@/lib/stats/panel/group-time/design";
import { type Estimator, refused } from "./estimator";
import type { RollOut } from "./roll-out-sql";

/** Group-time effects with one kind of comparison: without covariates from sums, with those of the plan doubly robust from rows. */
export function groupTime(method: string, comparison: Comparison): Estimator {
  return {
    method,
    async estimate({ plan, rollOut }) {
      const panel = await rollOut();
      if (!panel) return refused(method, "too-few-periods");
      const options: GroupTimeOptions = { comparison, confidence: plan.confidence, seed: plan.seed };
      const estimate = panel.rows
        ? callawaySantannaDoublyRobust(panel.rows, options)
        : callawaySantanna(panel.input, options);
      if (estimate.kind !== "estimate") return { ...estimate, method };
      const simple = { estimate: estimate.estimate, standard_error: estimate.standardError, ci: estimate.interval };
      const detail = documentOf(estimate.detail as GroupTimeDetail, simple, panel);
      return { ...estimate, method, detail: { adjustment: panel.rows ? "doubly_robust" : "none", ...detail } };
    },
  };
}

type Aggregate = GroupTimeDetail["group"];
type Value = Pick<GroupTimeDetail["effects"][number], "effect" | "standardError" | "interval">;
type Simple = Picked;
type Picked = { estimate: number; standard_error: number | null; ci: [number, number] | null };
type PreTrendFound = { p: number | null; left_out: string[] } & Record<string, unknown>;

/** `detail` of the group-time methods in a result: groups and periods by the names the format gives them. */
export type GroupTimeDocument = {
  group_time: (Picked & { group: string; period: string })[];
  refused: { group: string; period: string; reason: string }[];
  aggregates: { simple: Picked } & Record<
    "group" | "calendar" | "event",
    (Picked & { band: [number, number] | null })[]
  >;
  overall: Record<"group" | "calendar" | "event", Picked>;
  pre_trend: PreTrendFound;
  /** People (or teams) of each wave, the clusters they are in, and whether it is a single one. */
  groups: { group: string; n: number; clusters: number; single: boolean }[];
  always_treated: number;
  /** People left out because a value of some period is missing. */
  incomplete: number;
  clusters: number;
  draws: number;
};

/** The detail as the format writes it: groups and periods by name, not by position. */
function documentOf(
  detail: GroupTimeDetail,
  simple: Simple,
  { periods, people, complete }: RollOut,
): GroupTimeDocument {
  const nameOf = (position: number) => periods[position] ?? String(position);
  const levels = <Key extends string>(key: Key, { levels }: Aggregate, label: (level: number) => string | number) =>
    levels.map((level) => ({ [key]: label(level.level), ...pickedOf(level), band: level.band }));
  const { group, calendar, event, preTrend } = detail;
  return {
    group_time: detail.effects.map((effect) => ({
      group: nameOf(effect.group),
      period: nameOf(effect.time),
      ...pickedOf(effect),
    })),
    refused: detail.refused.map(({ group, time, reason }) => ({ group: nameOf(group), period: nameOf(time), reason })),
    aggregates: {
      simple,
      group: levels("group", group, nameOf),
      calendar: levels("period", calendar, nameOf),
      event: levels("event_time", event, (level) => level),
    },
    overall: { group: pickedOf(group.overall), calendar: pickedOf(calendar.overall), event: pickedOf(event.overall) },
    pre_trend:
      preTrend.kind === "test"
        ? {
            statistic: preTrend.statistic,
            df: preTrend.degreesOfFreedom,
            p: preTrend.p,
            detectable_slope: preTrend.detectableSlope,
            left_out: preTrend.leftOut.map(nameOf),
          }
        : { statistic: null, df: null, p: null, reason: preTrend.reason, left_out: preTrend.leftOut.map(nameOf) },
    groups: detail.groups.map(({ group, n, independent, single }) => ({
      group: nameOf(group),
      n,
      clusters: independent,
      single,
    })),
    always_treated: detail.alwaysTreated,
    incomplete: people - complete,
    clusters: detail.independent,
    draws: detail.draws,
  };
}

const pickedOf = ({ effect, standardError, interval }: Value) => ({
  estimate: effect,
  standard_error: standardError,
  ci: interval,
});
