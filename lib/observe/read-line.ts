import "server-only";
import { sql } from "drizzle-orm";
import { reportingLine } from "@/lib/access/scope";
import { dayOf } from "@/lib/days";
import { query } from "@/lib/server/tenant-access";
import { readNeeds } from "./read-candidates";
import type { CardBehaviour, Person } from "./round";

export type PersonChoice = Person & { role: string | null };

const most = 200;

/** People of the viewer's line today whose name or number holds a text, the direct reports first. */
export const readLine = query("observation.record", async (tx, text: string, viewer): Promise<PersonChoice[]> => {
  const { orgId, personId } = viewer;
  if (!personId) return [];
  const { rows } = await tx.execute<PersonChoice>(sql`
    select p.id, coalesce(p.name, p.employee_id) as name, r.name as role
    from (${reportingLine(orgId, personId)}) line (person_id)
    join people p on p.org_id = ${orgId} and p.id = line.person_id
    join employments e on e.org_id = ${orgId} and e.person_id = p.id and e.starts_on <= current_date
      and (e.ends_on is null or e.ends_on > current_date)
    left join roles r on r.org_id = ${orgId} and r.id = e.role_id
    where strpos(lower(concat_ws(' ', p.name, p.employee_id)), lower(${text.trim()})) > 0
    order by e.manager_id = ${personId} desc, name, p.id limit ${most}`);
  return rows;
});

/** What the role of somebody in the viewer's line asks for and managers can see; null for anybody else. */
export const readBehavioursOf = query(
  "observation.record",
  async (tx, person: string, viewer): Promise<{ person: Person; behaviours: CardBehaviour[] } | null> => {
    const { orgId, personId } = viewer;
    if (!personId) return null;
    const { rows } = await tx.execute<Person>(sql`
      select p.id, coalesce(p.name, p.employee_id) as name from (${reportingLine(orgId, personId)}) line (person_id)
      join people p on p.org_id = ${orgId} and p.id = line.person_id where p.id = ${person}`);
    const [found] = rows;
    if (!found) return null;
    const needs = await readNeeds(tx, orgId, [person], dayOf(new Date()));
    const behaviours = needs
      .map(({ behaviourId, statement, skill, anchors, critical }) => ({
        behaviourId,
        statement,
        skill,
        anchors: anchors ?? [],
        critical,
      }))
      .sort((a, b) => a.skill.localeCompare(b.skill) || a.statement.localeCompare(b.statement));
    return { person: found, behaviours };
  },
);
