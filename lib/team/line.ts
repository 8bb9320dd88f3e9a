import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import type { Depth } from "./depth";

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

const isToday = (alias: string) =>
  sql.raw(`${alias}.starts_on <= current_date and (${alias}.ends_on is null or ${alias}.ends_on > current_date)`);

/** More than anybody coaches: whoever leads thousands sees the first of them, by depth and name, and the rest as figures elsewhere. */
const most = 500;

/** People who report to somebody today, at most `most` of them, and how many there are in the whole line. */
export type Line = { people: LinePerson[]; size: number };

/**
 * The first who report to a person today, by depth and name: of the direct reports, or of everybody below. Counts everybody below; names are looked
 * up only as deep as it takes to find so many.
 */
export async function readLine(tx: Tx, orgId: string, coachId: string, depth: Depth): Promise<Line> {
  await tx.execute(sql`drop table if exists pg_temp.line_nearest`);
  await tx.execute(sql`
    create temporary table line_nearest on commit drop as
    with recursive now as (
      select e.person_id, e.manager_id from employments e where e.org_id = ${orgId} and ${isToday("e")}
    ), line (person_id, depth) as (
      select person_id, 1 from now where manager_id = ${coachId}
      union
      select now.person_id, line.depth + 1 from now join line on now.manager_id = line.person_id where line.depth < ${deepest}
    ) select person_id, min(depth) as depth from line where person_id <> ${coachId} group by person_id`);
  await tx.execute(sql`analyze line_nearest`);
  const { rows } = await tx.execute<{ size: number; enough: number | null }>(sql`
    select sum(people)::int as size, min(depth) filter (where upto >= ${most}) as enough
    from (select depth, count(*) as people, sum(count(*)) over (order by depth) as upto from line_nearest group by depth) depths`);
  const until = depth === "direct" ? 1 : (rows[0]?.enough ?? deepest);
  const first = await readPlaced(
    tx,
    orgId,
    sql`select * from line_nearest where depth <= ${until}`,
    sql`limit ${most}`,
  );
  return { size: rows[0]?.size ?? 0, people: first };
}

/** One of those who report to the coach, without reading the others. Null for anybody who does not. */
export async function readLinePerson(
  tx: Tx,
  orgId: string,
  coachId: string,
  personId: string,
): Promise<LinePerson | null> {
  const [found] = await readLineAmong(tx, orgId, coachId, sql`select ${personId}::uuid`);
  return found ?? null;
}

/** Those among `people` (`select person_id`) who report to the coach: climbs from each, so that it costs the same in a line of thousands. */
export function readLineAmong(tx: Tx, orgId: string, coachId: string, people: SQL): Promise<LinePerson[]> {
  return readPlaced(
    tx,
    orgId,
    sql`
    with recursive up (person_id, manager_id, depth) as (
      select e.person_id, e.manager_id, 1 from employments e where e.org_id = ${orgId} and e.person_id in (${people}) and ${isToday("e")}
      union
      select up.person_id, e.manager_id, up.depth + 1 from up join employments e on e.org_id = ${orgId} and e.person_id = up.manager_id
      where up.manager_id <> ${coachId} and up.depth < ${deepest} and ${isToday("e")}
    ) select person_id, min(depth) as depth from up where manager_id = ${coachId} and person_id <> ${coachId} group by person_id`,
  );
}

/** `nearest`: `select person_id, depth`. */
async function readPlaced(tx: Tx, orgId: string, nearest: SQL, limit = sql``): Promise<LinePerson[]> {
  const { rows } = await tx.execute<LinePerson>(sql`
    select n.person_id as "personId", h.employee_id as "employeeId", coalesce(h.name, h.employee_id) as name, n.depth,
      now.role_id as "roleId", r.name as role, t.name as team, now.manager_id as "coachId",
      coalesce(c.name, c.employee_id) as coach
    from (${nearest}) n
    join employments now on now.org_id = ${orgId} and now.person_id = n.person_id and ${isToday("now")}
    join people h on h.org_id = ${orgId} and h.id = n.person_id
    join people c on c.org_id = ${orgId} and c.id = now.manager_id
    left join roles r on r.org_id = ${orgId} and r.id = now.role_id
    left join teams t on t.org_id = ${orgId} and t.id = now.team_id
    order by n.depth, name, h.employee_id ${limit}`);
  return rows;
}

/** Throws `not-found` for anybody outside the viewer's line, whether or not they exist. */
export async function requireInLine(tx: Tx, viewer: Viewer, personId: string): Promise<void> {
  const coachId = coachIdOf(viewer);
  const found = coachId && (await readLinePerson(tx, viewer.orgId, coachId, personId));
  if (!found) throw new DomainError("not-found", "Nobody of that id reports to you");
}
