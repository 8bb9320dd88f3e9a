import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { may } from "@/lib/access/policy";
import { type Bounds, readBounds } from "@/lib/access/scope";
import type { ScopeRequest } from "@/lib/access/scope-request";
import { metricById } from "@/lib/metrics/dictionary";
import { type KpiDefinition, kpiMetric } from "@/lib/metrics/kpi-metrics";
import { query } from "@/lib/server/tenant-access";
import type { Annotation } from "./annotations/annotation";
import { reaches } from "./annotations/reaches";
import type { Guardrail } from "./guardrails/guardrail";

/** What people set and wrote beside the figures. Read apart from the scorecard, which is kept without it. */
export type Marks = {
  guardrails: Guardrail[];
  /** Newest day first. */
  annotations: Annotation[];
  /** Whether there are older remarks than these. */
  older: boolean;
  rights: {
    guardrails: boolean;
    /** The units the viewer may write on; `everybody`: also on everybody's figures. Null where they write none. */
    annotate: { everybody: boolean; units: { id: string; label: string }[] } | null;
  };
};

type Row = Omit<Guardrail, "name" | "unit"> & { kpi: KpiDefinition | null };
type Remark = Omit<Annotation, "metricName" | "mine"> & { kpiName: string | null };

/** Guardrails and remarks for a scope of the scorecard (null: the viewer's own). Remarks of a unit stand on its view and those above and below it. */
export const readMarks = query("scorecard.read", async (tx, scope: ScopeRequest | null, viewer): Promise<Marks> => {
  const { orgId, roles } = viewer;
  const bounds = await readBounds(tx, viewer);
  const writes = may(roles, "annotation.write") && (bounds?.kind === "everybody" || bounds?.kind === "units");
  const { rows } = await tx.execute<Row>(sql`
    select g.metric, g.side, g.bound, g.because, to_jsonb(k) as kpi from guardrails g
    left join kpis k on k.org_id = g.org_id and 'kpi:' || k.id = g.metric
    where g.org_id = ${orgId}`);
  const remarks = await readAnnotations(tx, orgId, { bounds, scope, writes });
  return {
    guardrails: rows.flatMap(named),
    annotations: remarks.slice(0, mostRemarks),
    older: remarks.length > mostRemarks,
    rights: {
      guardrails: may(roles, "guardrail.set"),
      annotate: writes ? { everybody: bounds?.kind === "everybody", units: await readUnits(tx, orgId, bounds) } : null,
    },
  };
});

/** What is set on a KPI that is gone guards nothing. */
function named({ kpi, ...row }: Row): Guardrail[] {
  const metric = kpi ? kpiMetric(kpi) : metricById(row.metric);
  return metric ? [{ ...row, name: metric.name, unit: metric.unit }] : [];
}

const mostRemarks = 100;

type Asked = { bounds: Bounds | null; scope: ScopeRequest | null; writes: boolean };

/** One more than are shown, where there are more. */
async function readAnnotations(tx: Tx, orgId: string, { bounds, scope, writes }: Asked): Promise<Annotation[]> {
  const { rows } = await tx.execute<Remark>(sql`
    select a.id, a.metric, k.name as "kpiName", a.unit_id as "unitId", u.path as unit, a.on_day::text as on, a.text, w.name as by, a.revision
    from annotations a
    left join kpis k on k.org_id = a.org_id and 'kpi:' || k.id = a.metric
    left join business_units u on u.org_id = a.org_id and u.id = a.unit_id
    left join users w on w.org_id = a.org_id and w.id = a.written_by
    where a.org_id = ${orgId} and (a.unit_id is null or (${isWithin(bounds)} and ${nearBy(orgId, scope)}))
    order by a.on_day desc, a.created_at desc limit ${mostRemarks + 1}`);
  return rows.map(({ kpiName, ...row }) => ({
    ...row,
    metricName: kpiName ?? (row.metric ? (metricById(row.metric)?.name ?? null) : null),
    mine: writes && reaches(bounds, row.unitId),
  }));
}

/** Remarks on units are for those who see units. */
function isWithin(bounds: Bounds | null) {
  if (bounds?.kind === "units") return sql`a.unit_id = any(${sql.param(bounds.unitIds)}::uuid[])`;
  return bounds?.kind === "everybody" ? sql`true` : sql`false`;
}

/** The unit of a remark lies in the view, or the view in it. A line, role, site or team is not a unit. */
function nearBy(orgId: string, scope: ScopeRequest | null) {
  if (!scope || scope.kind === "org") return sql`true`;
  if (scope.kind !== "unit") return sql`false`;
  return sql`exists (
    select from business_units chosen where chosen.org_id = ${orgId} and chosen.id = ${scope.id}
      and (chosen.id = u.id or starts_with(chosen.path, u.path || ' / ') or starts_with(u.path, chosen.path || ' / ')))`;
}

async function readUnits(tx: Tx, orgId: string, bounds: Bounds | null) {
  const inside = bounds?.kind === "units" ? sql`and id = any(${sql.param(bounds.unitIds)}::uuid[])` : sql``;
  const { rows } = await tx.execute<{ id: string; label: string }>(sql`
    select id, path as label from business_units where org_id = ${orgId} ${inside} order by path`);
  return rows;
}
