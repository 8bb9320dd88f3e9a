import "server-only";
import type { Tx } from "@/db/client";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import { readBounds } from "@/lib/access/scope";
import { formatsFor } from "@/lib/format/formats";
import { findMetric } from "@/lib/metrics/find-metric";
import { type Period, periodName } from "@/lib/metrics/period";
import { columnsOf } from "@/lib/metrics/person-columns";
import { shownMetric } from "@/lib/scorecard/build-tile";
import { defaultPeriod, isComplete } from "@/lib/scorecard/choose-periods";
import { readFed } from "@/lib/scorecard/read-fed";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { query } from "@/lib/server/tenant-access";
import { countsLeaving, whyNoChange } from "./choose-method";
import { baselineOf, chooseTimes, exposureStarts, trendMonths } from "./choose-times";
import { claimFor } from "./claim";
import type { Comparison, Header, Overlap } from "./comparison";
import { groupStates } from "./group-states";
import { guardViews } from "./guard-views";
import { type CompareRequest, defaultMetric, type GroupName } from "./input";
import { limitsOf } from "./limits";
import { createMembers } from "./members-sql";
import { type Measured, pairDifferences, verdictOfPair } from "./pair-differences";
import { createPersonRows } from "./person-rows-sql";
import { readAdjusted } from "./read-adjusted";
import { readBalance } from "./read-balance";
import { readFrozen } from "./read-frozen";
import { armsOf, readInitiative } from "./read-initiative";
import { momentsKey, readChanges, readLevels, readPersonValues } from "./read-moments";
import { readTrend } from "./read-trend";
import { type ResolvedGroup, resolveGroups } from "./resolve-groups";
import { pairSentence } from "./sentence";
import { createValues } from "./values-sql";

const titleOf = (name: GroupName) => `Group ${name.toUpperCase()}`;

/**
 * Two to four groups on one metric. Null where a group, the metric or the viewer's bounds do not exist for the viewer. Whoever two rules
 * share is settled first (`assignGroups`); a group too small, or that would give a smaller one away, is withheld with every difference
 * it is part of.
 */
export const computeComparison = query(
  "compare.read",
  async (tx, request: CompareRequest, viewer): Promise<Comparison | null> => {
    const { orgId } = viewer;
    const bounds = await readBounds(tx, viewer);
    if (!bounds) return null;
    const freshness = await readFreshness(tx, orgId);
    const { span, minimum } = freshness;
    if (!span) return { kind: "empty" };
    if (request.groups.length < 2) return { kind: "unchosen" };
    const metric = await findMetric(tx, orgId, request.metric ?? defaultMetric);
    if (!metric) return null;

    const formats = formatsFor(freshness);
    const times = chooseTimes(request.period ?? defaultPeriod(span), request.look);
    const { period } = times;
    const isChange = request.look !== "level";
    const groups = await resolveGroups(tx, { viewer, bounds, groups: request.groups, window: times.window, formats });
    if (!groups) return null;
    const conditions = groups.map((group) => group.conditions);
    const baseline = baselineOf(times, request.look, conditions);
    const named = (of: Period) => ({ ...of, name: formats.period(of.grain, of.start) });
    const { asOf, revisedAt, dataVersion, behind } = freshness;
    const header: Header = {
      metric: shownMetric(metric),
      period: { ...named(period), name: periodName(period) },
      compared: isChange ? named(times.earlier) : null,
      look: request.look,
      minimum: minimumPeople(minimum),
      asOf,
      revisedAt,
      dataVersion,
      behind,
    };
    if (period.start > span.last || period.end <= span.first) return { kind: "outside", header };

    const members = await createMembers(tx, {
      orgId,
      bounds,
      at: period,
      groups: conditions,
      least: minimumPeople(minimum),
    });
    const [same] = members.assignment.same;
    if (same) return { kind: "same-group", names: [nameAt(groups, same[0]), nameAt(groups, same[1])] };

    const columns = columnsOf(metric);
    const noChange = isChange ? whyNoChange(columns) : null;
    const months = countsLeaving(columns) ? [] : trendMonths(period, span);
    const { withheld, hidden } = await guardViews(tx, {
      viewer,
      bounds,
      minimum,
      at: period,
      groups,
      members,
      periods: isChange ? [period, times.earlier] : [period],
      months,
    });
    const isFed = await readFed(tx, orgId, period);
    const fed = isFed(metric, period.start) && (!isChange || isFed(metric, times.earlier.start));
    await createValues(tx, { orgId, metric, periods: [period, baseline] });
    const levels = await readLevels(tx);
    const changes = isChange && !noChange ? await readChanges(tx, period.start, baseline.start) : new Map();
    const values = await readFewValues(tx, { metric, levels, period, earlier: isChange ? baseline.start : null });
    const states = groupStates({ metric, isChange, noChange, fed, minimum, withheld, levels, changes, values, period });
    const shownOf = (g: number) => states[g]?.state.kind === "figure";
    const measured = groups.map(
      ({ name }, g): Measured => ({
        name,
        level: shownOf(g) ? (levels.get(momentsKey(g, period.start)) ?? null) : null,
        change: shownOf(g) ? (changes.get(g) ?? null) : null,
        values: shownOf(g) ? (values.get(g) ?? null) : null,
      }),
    );
    const arms = armsOf(conditions);
    const initiative = arms ? await readInitiative(tx, orgId, arms) : null;
    const able = measured.filter((_, g) => shownOf(g));
    const pairs = initiative
      ? []
      : pairDifferences(metric, request.look, able).map((pair) => ({
          ...pair,
          sentence: pairSentence(pair, {
            metric: header.metric,
            look: request.look,
            titles: [titleOf(pair.names[0]), titleOf(pair.names[1])],
            formats,
          }),
          verdict: verdictOfPair(metric.direction, pair),
        }));
    await createPersonRows(tx, { now: period.start, baseline: baseline.start, since: period.start, isChange });
    const shownNames = new Map(groups.flatMap(({ name }, g) => (shownOf(g) ? [[g, name] as const] : [])));
    const main = pairs[0];
    const toAdjust = main && metric.kind !== "rate" ? main : null;
    const adjusted = toAdjust
      ? await readAdjusted(
          tx,
          [indexOf(groups, toAdjust.names[0]), indexOf(groups, toAdjust.names[1])],
          toAdjust.names,
          isChange,
          minimumPeople(minimum),
        )
      : null;
    const couldAdjust = adjusted?.adjusted.kind === "estimate";
    const notAdjusted = !main || couldAdjust ? null : whyNot(metric.kind, adjusted !== null);
    const trend = await readTrend(tx, { orgId, metric, months, groups: [...shownNames.keys()], minimum, hidden });
    const frozen = await readFrozen(tx, { viewer, bounds, groups, at: period, minimum });
    const small = (people: number) => (isSmallGroup(people, minimum) ? null : people);

    return {
      kind: "compared",
      header,
      groups: groups.map(({ name, label }, g) => ({
        name,
        title: titleOf(name),
        label,
        people: withheld[g] ? null : small(members.people[g] ?? 0),
        state: states[g]?.state ?? { kind: "no-data", how: "" },
        levels: states[g]?.levels ?? null,
        withheld: withheld[g] ?? null,
        frozen: frozen[g] ?? [],
        trend: trend.get(g) ?? months.map(() => null),
      })),
      overlaps: members.assignment.overlaps
        .filter(({ groups: pair }) => pair.every((g) => !withheld[g]))
        .map(
          ({ groups: [one, other], people, settled }): Overlap => ({
            names: [nameAt(groups, one), nameAt(groups, other)],
            people: small(people),
            settled: settled === "both" ? "both" : nameAt(groups, settled),
          }),
        ),
      pairs,
      adjusted: couldAdjust ? adjusted : null,
      notAdjusted,
      balance: initiative ? [] : await readBalance(tx, orgId, shownNames, minimum, metric.kind !== "rate"),
      trend: {
        months: months.map(({ start }) => formats.month(start)),
        why:
          months.length > 0
            ? null
            : "No months are drawn: people are chosen by where they were in the period, and whoever left before it is not among them.",
      },
      claim: initiative
        ? null
        : claimFor({
            look: request.look,
            conditions,
            main: main && { ...main, shown: main.verdict !== "unclear" && main.verdict !== "none" },
            adjusted: couldAdjust,
            whyNotAdjusted: notAdjusted,
            pairs: pairs.length,
            limits: limitsOf({
              metric,
              isChange,
              conditions,
              period,
              earlier: times.earlier,
              starts: exposureStarts(conditions),
              complete: isComplete(period, span),
              left: adjusted?.left ?? 0,
              minimum: minimumPeople(minimum),
            }),
          }),
      initiative,
    };
  },
);

const nameAt = (groups: readonly ResolvedGroup[], g: number): GroupName => groups[g]?.name ?? "a";
const indexOf = (groups: readonly ResolvedGroup[], name: GroupName) => groups.findIndex((group) => group.name === name);

function whyNot(kind: string, tried: boolean): string {
  if (kind === "rate") return "Events this rare are not adjusted person by person.";
  return tried
    ? "The groups are too unlike, or too small, to compare alike people in them."
    : "Nothing is known of these people before that they could be compared by.";
}

type Few = {
  metric: { kind: string };
  levels: Awaited<ReturnType<typeof readLevels>>;
  period: Period;
  earlier: string | null;
};

/** Each person's own value, for ranks: of medians always, else where the groups are small enough that a few people weigh. */
async function readFewValues(tx: Tx, { metric, levels, period, earlier }: Few): Promise<Map<number, number[]>> {
  const sizes = [...levels].flatMap(([key, { people }]) => (key.endsWith(period.start) ? [people] : []));
  const isSmall = sizes.length > 0 && Math.min(...sizes) < 200 && Math.max(...sizes) <= 5000;
  return metric.kind === "median" || isSmall ? readPersonValues(tx, period.start, earlier) : new Map();
}
