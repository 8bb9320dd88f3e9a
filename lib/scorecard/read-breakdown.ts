import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople, withheldGroups } from "@/lib/access/privacy";
import type { Scope } from "@/lib/access/scope";
import type { Metric } from "@/lib/metrics/metric";
import { type Period, periodName } from "@/lib/metrics/period";
import { historyOf, shownMetric, stateOf } from "./build-tile";
import type { DimensionName } from "./input";
import { readHeads } from "./read-heads";
import { readSums, type SummedRow } from "./read-sums";
import type { Breakdown, FigureState, Group } from "./scorecard";

type Parts = {
  orgId: string;
  scope: Scope;
  period: Period;
  periods: readonly Period[];
  rows: readonly SummedRow[];
  minimum: number;
  metrics: readonly Metric[];
  by: DimensionName;
  show: string | null;
};

const mostGroups = 24;

/** One metric by unit, role, site or cohort, sorted worst or lowest first. Null where there is nothing to divide. */
export async function readBreakdown(tx: Tx, parts: Parts): Promise<Breakdown | null> {
  const { metrics, show, period, periods, minimum, rows, by } = parts;
  const metric = metrics.find((one) => one.id === (show ?? "reach_in_flow") && one.kind !== "median");
  if (!metric || metric.kind === "median") return null;
  const found = await groupsBy(tx, parts, metric);
  if (found.length < 2) return null;
  const names = periods.map(periodName);
  const withheld = new Map(periods.map(({ start }) => [start, withheldGroups(peopleAt(found, start), minimum)]));
  const withheldAt = (start: string) => withheld.get(start) ?? new Set<string>();

  const groups = found
    .map(({ id, label, scopeText, sums }): Group => {
      const stateAt = (start: string): FigureState => {
        const state = stateOf(
          metric,
          sums.find((row) => row.start === start),
          minimum,
        );
        const isHidden = by !== "cohort" && state.kind === "figure" && withheldAt(start).has(id);
        return isHidden ? { kind: "withheld", minimum: minimumPeople(minimum), why: "complementary" } : state;
      };
      const history = periods.map(({ start }, index) => ({ period: names[index] ?? "", start, state: stateAt(start) }));
      return { id, label, scope: scopeText, state: stateAt(period.start), history };
    })
    .toSorted(asAsked(metric));
  const own = historyOf(
    metric,
    periods,
    (start) => rows.find((row) => row.metric === metric.id && row.start === start),
    minimum,
  );
  return {
    by,
    metric: shownMetric(metric),
    groups: groups.slice(0, mostGroups),
    periods: names,
    reference: own.map(({ state }) => (state.kind === "figure" ? state.value : null)),
    more: Math.max(0, groups.length - mostGroups),
  };
}

function groupsBy(tx: Tx, parts: Parts, metric: Metric): Promise<Found[]> {
  const { by } = parts;
  if (by === "cohort") return cohortGroups(tx, parts, metric);
  return by === "engagement" ? engagementGroups(tx, parts, metric) : placeGroups(tx, parts, metric, by);
}

type Found = { id: string; label: string; scopeText: string | null; sums: SummedRow[] };

async function placeGroups(tx: Tx, parts: Parts, metric: Metric, by: "unit" | "role" | "site"): Promise<Found[]> {
  const { orgId, scope, periods } = parts;
  const heads = by === "unit" ? await readHeads(tx, orgId, scope) : null;
  const division = heads ? { by, into: heads.into } : { by };
  const rows = await readSums(tx, { orgId, scope, periods, metrics: [metric.id], division });
  const labels = heads?.labels ?? (await namesOf(tx, orgId, by === "role" ? "roles" : "sites"));
  return grouped(rows).map(([id, sums]) => ({
    id,
    label: labels.get(id) ?? "Not placed",
    scopeText: labels.has(id) && !heads?.own.has(id) ? `${by}:${id}` : null,
    sums,
  }));
}

/** People of the scope by the arm they were assigned to: of the scope's initiative, else of every one. */
async function cohortGroups(tx: Tx, { orgId, scope, periods }: Parts, metric: Metric): Promise<Found[]> {
  const initiativeId = scope.request.kind === "initiative" ? scope.request.id : null;
  const division = { by: "cohort", ...(initiativeId && { initiativeId }) } as const;
  const rows = await readSums(tx, { orgId, scope, periods, metrics: [metric.id], division });
  const titles = await namesOf(tx, orgId, "initiatives");
  return grouped(rows).map(([group, sums]) => {
    const [id = "", ...arm] = group.split(":");
    return { id: group, label: `${titles.get(id)}: ${arm.join(":")}`, scopeText: `initiative:${group}`, sums };
  });
}

/** Who engages with learning chose to: a picture to look into, not an effect. */
async function engagementGroups(tx: Tx, { orgId, scope, periods }: Parts, metric: Metric): Promise<Found[]> {
  const labels: Record<string, string> = {
    engaged: "Learned on a day or more a month before",
    others: "Learned less often before",
  };
  const rows = await readSums(tx, { orgId, scope, periods, metrics: [metric.id], division: { by: "engagement" } });
  return grouped(rows).map(([id, sums]) => ({ id, label: labels[id] ?? id, scopeText: null, sums }));
}

function grouped(rows: readonly SummedRow[]): [string, SummedRow[]][] {
  const groups = new Map<string, SummedRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups];
}

function peopleAt(found: readonly Found[], start: string) {
  return found.map(({ id, sums }) => ({ id, people: sums.find((row) => row.start === start)?.people ?? 0 }));
}

/** Where more is better the lowest come first, where less is better the highest: the ones to look at. Unknown ones last. */
function asAsked({ direction }: Metric) {
  const value = (group: Group) => (group.state.kind === "figure" ? group.state.value : null);
  return (a: Group, b: Group) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null)
      return left === right ? a.label.localeCompare(b.label) : left === null ? 1 : -1;
    return direction === "down" ? right - left : left - right;
  };
}

async function namesOf(tx: Tx, orgId: string, table: "roles" | "sites" | "initiatives"): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, ${sql.identifier(table === "initiatives" ? "title" : "name")} as name from ${sql.identifier(table)} where org_id = ${orgId}`);
  return new Map(rows.map((row) => [row.id, row.name]));
}
