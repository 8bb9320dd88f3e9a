import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Bounds } from "@/lib/access/scope";
import type { Choice } from "./scorecard";

type Choosable = { label: string; options: Choice[] };

/** The scopes a viewer may choose, by kind: within their bounds, and only places somebody stands in. */
export async function readScopeChoices(tx: Tx, orgId: string, bounds: Bounds): Promise<Choosable[]> {
  if (bounds.kind === "line") return [{ label: "People", options: [{ value: "line", label: "Your reporting line" }] }];
  const all = { value: "org", label: bounds.kind === "everybody" ? "Whole organisation" : "Your units" };
  const inside = bounds.kind === "units" ? sql`and unit_id = any(${sql.param(bounds.unitIds)}::uuid[])` : sql``;
  const unitInside = bounds.kind === "units" ? sql`and id = any(${sql.param(bounds.unitIds)}::uuid[])` : sql``;
  const { rows } = await tx.execute<{ kind: string; id: string; label: string }>(sql`
    with places as materialized (
      select distinct unit_id, site_id, role_id, team_id from employments where org_id = ${orgId} ${inside}
    )
    select 'unit' as kind, id::text, path as label from business_units where org_id = ${orgId} ${unitInside}
    union all select 'site', id::text, name from sites where org_id = ${orgId} and id in (select site_id from places)
    union all select 'role', id::text, name from roles where org_id = ${orgId} and id in (select role_id from places)
    union all select 'team', id::text, name from teams where org_id = ${orgId} and id in (select team_id from places)
    union all (
      select 'initiative', i.id || coalesce(':' || a.arm, ''), i.title || coalesce(': ' || a.arm, '')
      from initiatives i
      left join (select distinct initiative_id, arm from arm_members where org_id = ${orgId}) a on a.initiative_id = i.id
      where i.org_id = ${orgId} and not i.draft and i.explores is null
    )
    order by 1, 3`);
  const of = (kind: string, label: string): Choosable => ({
    label,
    options: rows.filter((row) => row.kind === kind).map((row) => ({ value: `${kind}:${row.id}`, label: row.label })),
  });
  const groups = [
    { label: "Everybody", options: [all] },
    of("unit", "Units"),
    of("site", "Sites"),
    of("role", "Roles"),
    of("team", "Teams"),
    of("initiative", "Initiatives and cohorts"),
  ];
  return groups.filter((group) => group.options.length > 0);
}
