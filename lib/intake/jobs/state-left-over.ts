import "server-only";
import type pg from "pg";
import { everyMonth, nobody } from "@/db/schema/rollups";

/**
 * Has skill states computed where there is evidence and none are: of organisations that were there before states were. And whatever else
 * was postponed and never settled. `owner` sees every organisation.
 */
export async function stateLeftOver(owner: pg.Pool): Promise<void> {
  await owner.query(
    `insert into pending_rollups (org_id, person_id, month, source)
    select id, $1::uuid, $2::date, 'skill' from organisations o
    where not exists (select from skill_states s where s.org_id = o.id) and (
      exists (select from observations f where f.org_id = o.id and f.struck_at is null)
      or exists (select from certifications c where c.org_id = o.id))
    on conflict do nothing`,
    [nobody, everyMonth],
  );
  await owner.query(`
    select public.enqueue_job('settle-rollups', json_build_object('orgId', org_id), 'imports of ' || org_id, 'settle ' || org_id)
    from (select distinct org_id from pending_rollups) left_over`);
}
