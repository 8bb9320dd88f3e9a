import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { claimsOf, type Directory, type EmploymentEvent } from "./employment-claims";
import { type Anchor, placeHistory, staysOf } from "./place-history";
import { readDirectory } from "./read-directory";

const peopleAtOnce = 2_000;

type Row = {
  id: string;
  hire: string | null;
  exit: string | null;
  anchors: Anchor[] | null;
  events: EmploymentEvent[] | null;
};

/**
 * Derives `employments` anew for some people from what people.csv and employment_events.csv said of them. Idempotent.
 * @param chosen selects one column of person ids.
 */
export async function rebuildEmployments(tx: Tx, orgId: string, chosen: SQL): Promise<void> {
  const directory = await readDirectory(tx, orgId);
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from people where org_id = ${orgId} and id in (${chosen}) order by id`);
  for (let from = 0; from < rows.length; from += peopleAtOnce) {
    await rebuildSome(
      tx,
      orgId,
      rows.slice(from, from + peopleAtOnce).map((row) => row.id),
      directory,
    );
  }
}

async function rebuildSome(tx: Tx, orgId: string, ids: string[], directory: Directory): Promise<void> {
  const { rows } = await tx.execute<Row>(sql`
    select p.id, p.hire_date::text as hire, p.exit_date::text as exit,
      (
        select json_agg(json_build_object('asOf', as_of, 'place', json_build_object(
          'unit', unit_id, 'site', site_id, 'team', team_id, 'role', role_id, 'manager', manager_id)))
        from current_places c where c.org_id = ${orgId} and c.person_id = p.id
      ) as anchors,
      (
        select json_agg(json_build_object('on', occurred_on, 'event', event, 'from', from_value, 'to', to_value)
          order by occurred_on)
        from employment_events e where e.org_id = ${orgId} and e.person_id = p.id
      ) as events
    from people p
    where p.org_id = ${orgId} and p.id = any(${sql.param(ids)}::uuid[])`);
  const spells = rows.flatMap((row) => spellsOf(row, directory).map((spell) => ({ person: row.id, ...spell })));

  await tx.execute(sql`delete from employments where org_id = ${orgId} and person_id = any(${sql.param(ids)}::uuid[])`);
  await tx.execute(sql`
    insert into employments (org_id, person_id, starts_on, ends_on, unit_id, site_id, team_id, role_id, manager_id)
    select ${orgId}::uuid, person, "startsOn", "endsOn", unit, site, team, role, manager
    from json_to_recordset(${JSON.stringify(spells)}::json)
      s (person uuid, "startsOn" date, "endsOn" date, unit uuid, site uuid, team uuid, role uuid, manager uuid)`);
}

function spellsOf({ hire, exit, anchors, events }: Row, directory: Directory) {
  const told = events ?? [];
  const days = (event: string) => told.filter((one) => one.event === event).map((one) => one.on);
  const stays = staysOf([...days("hire"), ...(hire ? [hire] : [])], [...days("exit"), ...(exit ? [exit] : [])]);
  return placeHistory(
    stays,
    anchors ?? [],
    told.flatMap((event) => claimsOf(event, directory)),
  );
}
