import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { kpis } from "@/db/schema/work";
import { readBounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { formatsFor } from "@/lib/format/formats";
import { dictionary } from "@/lib/metrics/dictionary";
import { kpiMetric } from "@/lib/metrics/kpi-metrics";
import type { Category } from "@/lib/metrics/metric";
import { periodName } from "@/lib/metrics/period";
import { defaultPeriod, offeredPeriods } from "@/lib/scorecard/choose-periods";
import { readScopeChoices } from "@/lib/scorecard/read-choices";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import type { Choice } from "@/lib/scorecard/scorecard";
import { query } from "@/lib/server/tenant-access";
import type { KeptCohort, Offer } from "./comparison";
import { isGone, isTheirs, ruleOf } from "./find-cohort";
import { defaultMetric } from "./input";

const categories: [Category, string][] = [
  ["operational", "Operations"],
  ["skill", "Skill"],
  ["talent", "Talent"],
  ["adoption", "Adoption"],
  ["activity", "Activity"],
];

export type CompareOffer = Offer & {
  /** Null where there are no facts yet. */
  defaults: { period: string; metric: string } | null;
  kept: KeptCohort[];
  bounded: boolean;
};

/** What a viewer may compare: groups, figures, periods, and the cohorts they keep. Null where their role is tied to nobody. */
export const readOffer = query("compare.read", async (tx, _: null, viewer): Promise<CompareOffer | null> => {
  const { orgId } = viewer;
  const bounds = await readBounds(tx, viewer);
  if (!bounds) return null;
  const freshness = await readFreshness(tx, orgId);
  const { span } = freshness;
  const scopes = await readScopeChoices(tx, orgId, bounds);
  const imported = await tx.select().from(kpis).where(eq(kpis.orgId, orgId)).orderBy(kpis.name);
  const metrics = [...dictionary, ...imported.map(kpiMetric)];
  const formats = formatsFor(freshness);
  const kept = await readKept(tx, viewer);
  const isPlace = ({ value }: Choice) => /^(unit|site|role|team):/.test(value);
  const periods = span ? offeredPeriods(span) : [];
  return {
    defaults: span ? { period: periodName(defaultPeriod(span)), metric: defaultMetric } : null,
    kept,
    bounded: bounds.kind !== "everybody",
    metrics: categories.map(([category, label]) => ({
      label,
      options: metrics.filter((one) => one.category === category).map(({ id, name }) => ({ value: id, label: name })),
    })),
    periods: periods.map(({ label, options }) => ({
      label,
      options: options.map((one) => ({ ...one, label: formats.period(one.grain, one.start) })),
    })),
    scopes: scopes.filter(({ options }) => options.some((one) => one.value === "org" || isPlace(one))),
    groups: {
      places: scopes.filter(({ options }) => options.some(isPlace)),
      arms: scopes
        .flatMap(({ options }) => options)
        .flatMap(({ value, label }) => {
          const [kind, id, ...arm] = value.split(":");
          return kind === "initiative" && arm.length > 0
            ? [{ value: `arm:${id}:${encodeURIComponent(arm.join(":"))}`, label }]
            : [];
        }),
      ...(await readLearning(tx, orgId)),
      quarters: periods[0]?.options.map(({ value }) => value) ?? [],
      cohorts: kept.map(({ id, name, frozenOn }) => ({
        value: `cohort:${id}`,
        label: frozenOn ? `${name} (fixed on ${formats.shortDate(frozenOn)})` : name,
      })),
    },
  };
});

async function readKept(tx: Tx, viewer: Viewer): Promise<KeptCohort[]> {
  const { rows } = await tx.execute<
    Omit<KeptCohort, "isList"> & { rule: Record<string, unknown>; keeper: string | null }
  >(sql`
    select c.id::text, c.name, c.rule, c.frozen_on::text as "frozenOn", c.created_at::date::text as "createdOn",
      c.created_by::text as keeper, u.name as "createdBy"
    from cohorts c left join users u on u.org_id = c.org_id and u.id = c.created_by
    where c.org_id = ${viewer.orgId} order by c.name`);
  return rows
    .filter(({ keeper, rule }) => !isGone(rule) && isTheirs(viewer, keeper))
    .map(({ id, name, rule, frozenOn, createdOn, createdBy }) => ({
      id,
      name,
      isList: ruleOf(rule) === "",
      frozenOn,
      createdOn,
      createdBy,
    }));
}

/** Activities, formats and tools, of all the organisation knows. */
async function readLearning(tx: Tx, orgId: string) {
  const { rows } = await tx.execute<{ id: string; name: string; format: string | null; surface: string | null }>(sql`
    select id::text, coalesce(title, code) as name, format, surface from activities where org_id = ${orgId} order by 2`);
  const distinct = (values: (string | null)[], kind: string): Choice[] =>
    [...new Set(values.filter((value) => value !== null && value !== ""))]
      .toSorted()
      .map((value) => ({ value: `${kind}:${encodeURIComponent(value ?? "")}`, label: value ?? "" }));
  return {
    activities: rows.map(({ id, name }) => ({ value: `activity:${id}`, label: name })),
    formats: distinct(
      rows.map(({ format }) => format),
      "format",
    ),
    surfaces: distinct(
      rows.map(({ surface }) => surface),
      "surface",
    ),
  };
}
