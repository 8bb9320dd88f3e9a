import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { reportingLine } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";

/** Somebody who reports to a manager today; `depth` 1 is a direct report. */
export type LinePerson = {
  personId: string;
  employeeId: string;
  name: string;
  depth: number;
  roleId: string | null;
  role: string | null;
  team: string | null;
  coachId: string;
  coach: string;
};

/** Reports of reports further down than this are not followed; a loop in the data ends there at the latest. */
const deepest = 15;

/** The person whose reports a viewer coaches; null for somebody who is no manager, or is not tied to a record. */
export const coachIdOf = ({ roles, personId }: Viewer): string | null => (roles.includes("manager") ? personId : null);

/** Everybody who reports to a person today, direct reports first. */
export async function readLine(tx: Tx, orgId: string, coachId: string): Promise<LinePerson[]> {
  const { rows } = await tx.execute<LinePerson>(sql`
    with recursive now as (
      select person_id, manager_id, role_id, team_id from employments
      where org_id = ${orgId} and starts_on <= current_date and (ends_on is null or ends_on > current_date)
    ), line (person_id, depth) as (
      select person_id, 1 from now where manager_id = ${coachId}
      union
      select now.person_id, line.depth + 1 from now join line on now.manager_id = line.person_id where line.depth < ${deepest}
    ), nearest as (select person_id, min(depth) as depth from line where person_id <> ${coachId} group by person_id)
    select n.person_id as "personId", h.employee_id as "employeeId", coalesce(h.name, h.employee_id) as name, n.depth,
      now.role_id as "roleId", r.name as role, t.name as team, now.manager_id as "coachId",
      coalesce(c.name, c.employee_id) as coach
    from nearest n
    join now on now.person_id = n.person_id
    join people h on h.org_id = ${orgId} and h.id = n.person_id
    join people c on c.org_id = ${orgId} and c.id = now.manager_id
    left join roles r on r.org_id = ${orgId} and r.id = now.role_id
    left join teams t on t.org_id = ${orgId} and t.id = now.team_id
    order by n.depth, name, h.employee_id`);
  return rows;
}

/** Whether somebody reports to the viewer today, directly or through others. */
async function isInLine(tx: Tx, viewer: Viewer, personId: string): Promise<boolean> {
  const coachId = coachIdOf(viewer);
  if (!coachId) return false;
  const { rows } = await tx.execute<{ found: boolean }>(sql`
    select ${personId}::uuid in (${reportingLine(viewer.orgId, coachId)}) as found`);
  return rows[0]?.found ?? false;
}

/** Throws `not-found` for anybody outside the viewer's line, whether or not they exist. */
export async function requireInLine(tx: Tx, viewer: Viewer, personId: string): Promise<void> {
  if (!(await isInLine(tx, viewer, personId))) throw new DomainError("not-found", "Nobody of that id reports to you");
}
