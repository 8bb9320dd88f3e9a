import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { inImport } from "@/lib/intake/in-import";
import { refreshRollups } from "@/lib/rollups/refresh-rollups";
import { prepareTouched } from "@/lib/rollups/touched";
import { readTaxonomyVersion } from "@/lib/skills/read-taxonomy-version";
import { type SignalDefinition, workMeasures } from "./definition";
import { type RuledMonths, readRuledMonths } from "./read-versions";
import { signalRatings } from "./signal-sql";

export type SignalRun = { written: number; removed: number };

/** The job of `runSignalsLater`. */
export async function runSignalsJob(payload: unknown): Promise<void> {
  await runSignals(z.object({ orgId: z.uuid() }).parse(payload).orgId);
}

/**
 * Rates every behaviour that active rules speak of, as source `system`, for months that are over. A rating's id follows from rule, version,
 * person and month: a second run adds nothing, corrected facts correct it, facts taken back take it back. A rating somebody contested
 * successfully stays struck. Waits for an import under way.
 */
export function runSignals(orgId: string, today = new Date().toISOString().slice(0, 10)): Promise<SignalRun> {
  return inImport(orgId, async (tx) => {
    const ruled = await readRuledMonths(tx, orgId, today);
    const total: SignalRun = { written: 0, removed: 0 };
    if (ruled.length === 0) return total;
    await prepareTouched(tx);
    const taxonomyVersion = await readTaxonomyVersion(tx, orgId);
    for (const one of ruled) {
      const { written, removed } = await rate(tx, orgId, one, taxonomyVersion);
      total.written += written;
      total.removed += removed;
    }
    if (total.written + total.removed > 0) await refreshRollups(tx, orgId);
    return total;
  });
}

async function rate(tx: Tx, orgId: string, one: RuledMonths, taxonomyVersion: number | null): Promise<SignalRun> {
  const { ruleId, behaviourId, version, definition, months } = one;
  const { rows } = await tx.execute<SignalRun>(sql`
    with found as materialized (
      select r.*, ${`signal:${ruleId}:${version}:`} || r.person_id || ':' || to_char(r.month, 'YYYY-MM') as id, ${noteOf(definition)} as note
      from (${signalRatings(orgId, definition, months)}) r
    ),
    gone as (
      delete from observations o
      where o.org_id = ${orgId} and o.rule_id = ${ruleId} and o.rule_version = ${version} and o.struck_at is null
        and not exists (select from found f where f.person_id = o.person_id and f.id = o.observation_id)
      returning o.person_id, o.observed_at
    ),
    kept as (
      insert into observations (org_id, person_id, observation_id, observed_at, behaviour_id, level, source, note, rule_id, rule_version, taxonomy_version)
      select ${orgId}::uuid, person_id, id, (month + interval '1 month - 12 hours') at time zone 'UTC', ${behaviourId}::uuid, level, 'system', note,
        ${ruleId}::uuid, ${version}::int, ${taxonomyVersion}::int
      from found order by person_id, id
      on conflict (org_id, person_id, observation_id) do update set level = excluded.level, note = excluded.note
        where observations.struck_at is null and (observations.level, observations.note) is distinct from (excluded.level, excluded.note)
      returning person_id, observed_at
    ),
    noted as (
      insert into touched (person_id, month, source)
      select person_id, (observed_at at time zone 'UTC')::date, 'observation' from (select * from gone union all select * from kept) changed
    )
    select (select count(*)::int from kept) as written, (select count(*)::int from gone) as removed`);
  return rows[0] ?? { written: 0, removed: 0 };
}

/** What a rating rests on, so that the person it is about can check it. */
function noteOf(definition: SignalDefinition): SQL {
  if (definition.source === "kpi") return sql`round(r.value::numeric, 4) || ' over ' || r.n || ' values'`;
  const { label, unit } = workMeasures[definition.measure];
  const value = unit === "share" ? sql`round(100 * r.value::numeric, 1) || '%'` : sql`round(r.value::numeric, 2)::text`;
  return sql`${`${label}: `} || ${value} || ' over ' || r.n || ' jobs'`;
}
