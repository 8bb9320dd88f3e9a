import "server-only";
import { sql } from "drizzle-orm";
import { surveys } from "@/db/schema/surveys";
import { isIn, readUnitBounds } from "@/lib/access/unit-bounds";
import { mostListed } from "@/lib/most-listed";
import { query } from "@/lib/server/tenant-access";
import { ownSurvey } from "@/lib/surveys/find-survey";
import { boundsOf, employedToday } from "./groups";

export type GroupChoice = { id: string; kind: "org" | "unit" | "role" | "arm" | "team"; name: string; people: number };

/** Whom personal links of a survey may be sent to, with how many people are employed there today; of teams the first by name, `mostListed` at most. Empty where the viewer may not change it. */
export const readGroupChoices = query("survey.edit", async (tx, surveyId: string, viewer): Promise<GroupChoice[]> => {
  const { orgId } = viewer;
  const [survey] = await tx.select({ unitId: surveys.unitId }).from(surveys).where(ownSurvey(orgId, surveyId));
  if (!survey || !isIn((await readUnitBounds(tx, viewer, "survey.edit")).edits, survey.unitId)) return [];
  const bounds = await boundsOf(tx, survey.unitId);
  const { rows } = await tx.execute<GroupChoice>(sql`
    with recursive e as materialized (${employedToday(orgId, bounds)}),
    up (unit_id, above) as (
      select id, id from business_units where org_id = ${orgId}
      union all select up.unit_id, b.parent_id from up join business_units b on b.org_id = ${orgId} and b.id = up.above
      where b.parent_id is not null
    )
    select 'org' as id, 'org' as kind, '' as name, count(*)::int as people from e
    union all (
      select 'unit:' || u.id, 'unit', u.path, count(*)::int from e join up using (unit_id)
      join business_units u on u.org_id = ${orgId} and u.id = up.above
      where ${bounds.kind === "units" ? sql`u.id = any(${sql.param(bounds.unitIds)}::uuid[])` : sql`true`}
      group by u.id, u.path order by u.path)
    union all (
      select 'role:' || r.id, 'role', r.name, count(*)::int from e
      join roles r on r.org_id = ${orgId} and r.id = e.role_id group by r.id, r.name order by r.name)
    union all (
      select 'initiative:' || i.id || ':' || a.arm, 'arm', i.title || ': ' || a.arm, count(*)::int from e
      join arm_members a on a.org_id = ${orgId} and a.person_id = e.person_id
      join initiatives i on i.org_id = a.org_id and i.id = a.initiative_id and i.explores is null
      group by i.id, i.title, a.arm order by i.title, a.arm)
    union all (
      select 'team:' || t.id, 'team', t.name, count(*)::int from e
      join teams t on t.org_id = ${orgId} and t.id = e.team_id group by t.id, t.name order by t.name limit ${mostListed})`);
  return rows.filter(({ people }) => people > 0);
});
