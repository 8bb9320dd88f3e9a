import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Counts, Merge } from "@/lib/intake/merge";
import { countStaged, insertAllOrNothing } from "@/lib/intake/write/insert-all";
import { logBefore } from "@/lib/intake/write/log-changes";
import { rejectRepeats } from "@/lib/intake/write/outcomes";
import { learnSizes } from "@/lib/rollups/learn-sizes";
import { type EventTable, eventKinds } from "./event-kinds";
import { holdFound, type Referenced } from "./hold-referenced";
import { keepStruck } from "./keep-struck";

type Spec = {
  table: EventTable;
  /** The fact's own columns (without org_id, person_id, id, time, batch_id), and what fills them. */
  columns: string[];
  values: SQL;
  /** Joins from `staged s` to what the values name. */
  joins: SQL;
  /** What the facts point to beside people, each with the ids the joins can give. */
  refersTo: Referenced[];
};

/**
 * Events and observations: their id decides. New ids are added, an id with the same content is left alone, an id with other content
 * is a correction: the old fact goes, its former state is kept for undo. Needs `persons`.
 */
export async function mergeEvents(merge: Merge, spec: Spec): Promise<Counts> {
  const { tx, orgId } = merge;
  const { kind, id, when, stagedWhen, source } = eventKinds[spec.table];
  const [stagedId, stagedTime] = [sql.raw(`s.${id}`), sql.raw(`s.${stagedWhen}`)];
  const addIds = sql`
    insert into event_ids (org_id, kind, event_id, person_id, occurred_at, digest)
    select ${orgId}::uuid, ${kind}::smallint, ${stagedId}, p.person_id, ${stagedTime}, s.digest
    from staged s join persons p on p.name = s.employee_id order by ${stagedId}`;

  const expected = await countStaged(tx);
  if (!merge.dryRun) await learnSizes(tx, expected);
  if (await insertAllOrNothing(tx, expected, addIds)) {
    await addFacts();
    return { added: expected, corrected: 0, unchanged: 0 };
  }
  const repeats = await rejectRepeats(merge, [id], { subject: sql`employee_id` });
  const same = await tx.execute(sql`
    delete from staged s using event_ids e
    where e.org_id = ${orgId} and e.kind = ${kind} and e.event_id = ${stagedId} and e.digest = s.digest
      and e.person_id = (select p.person_id from persons p where p.name = s.employee_id)`);
  const corrected = await removeOld();
  const total = await countStaged(tx);
  await tx.execute(addIds);
  await addFacts();
  return { added: total - corrected, corrected, unchanged: repeats + (same.rowCount ?? 0) };

  async function addFacts(): Promise<void> {
    if (merge.dryRun) return;
    await holdFound(tx, orgId, [...spec.refersTo, { table: "people", ids: sql`select person_id from persons` }]);
    const columns = sql.raw(spec.columns.map((name) => `, ${name}`).join(""));
    await tx.execute(sql`
      insert into ${sql.identifier(spec.table)} (org_id, person_id, ${sql.raw(when)}, ${sql.raw(id)}, batch_id ${columns})
      select ${orgId}::uuid, p.person_id, ${stagedTime}, ${stagedId}, ${merge.batchId}::uuid, ${spec.values}
      from staged s join persons p on p.name = s.employee_id ${spec.joins}
      order by p.person_id, ${stagedTime}`);
    if (spec.table === "observations") await keepStruck(tx, orgId);
    if (source === null) return;
    await tx.execute(sql`
      insert into touched (person_id, month, source)
      select p.person_id, s.month, ${source}
      from (
        select distinct employee_id, date_trunc('month', ${stagedTime} at time zone 'UTC')::date as month from staged s
      ) s join persons p on p.name = s.employee_id`);
  }

  async function removeOld(): Promise<number> {
    await tx.execute(sql`
      create temp table old_events on commit drop as
      select e.event_id, e.person_id, e.occurred_at from event_ids e join staged s on e.event_id = ${stagedId}
      where e.org_id = ${orgId} and e.kind = ${kind}`);
    const facts = sql.identifier(spec.table);
    const isOld = sql`
      t.org_id = ${orgId} and t.person_id = o.person_id and t.${sql.raw(when)} = o.occurred_at and t.${sql.raw(id)} = o.event_id`;
    const isOldId = sql`t.org_id = ${orgId} and t.kind = ${kind} and t.event_id = o.event_id`;
    const count = await logBefore(merge, "event_ids", sql`from event_ids t join old_events o on ${isOldId}`);
    if (count === 0) return 0;
    await logBefore(merge, spec.table, sql`from ${facts} t join old_events o on ${isOld}`);
    if (source !== null) {
      await tx.execute(sql`
        insert into touched (person_id, month, source)
        select person_id, date_trunc('month', occurred_at)::date, ${source} from old_events`);
    }
    await tx.execute(sql`delete from ${facts} t using old_events o where ${isOld}`);
    await tx.execute(sql`delete from event_ids t using old_events o where ${isOldId}`);
    return count;
  }
}
