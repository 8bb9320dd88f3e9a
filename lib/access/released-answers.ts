import "server-only";
import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople } from "./privacy";

/**
 * Answers given in the app come into figures by waves of at least the minimum: else whoever looks before and after one answer could subtract.
 * The first eight digits of `response_id` number the wave, the rest is random, so that nothing tells the order within it.
 */
const waveDigits = 8;

const waveOf = sql.raw(`left(response_id::text, ${waveDigits})`);

/** An id, or SQL that is one. */
type Org = string | SQL;

const minimumOf = (orgId: Org): SQL =>
  sql`(select greatest(${minimumPeople(0)}::int, minimum_group_size) from organisations where id = ${orgId})`;

/** Waves that may be shown, as `select survey_id, wave`: those that are full, where they hold the minimum together. */
const releasedWaves = (orgId: Org): SQL => sql`
  select survey_id, wave from (
    select *, sum(people) over (partition by survey_id) as together from (
      select *, max(wave) over (partition by survey_id) as last from (
        select survey_id, ${waveOf} as wave, count(distinct response_id)::int as people from survey_answers
        where org_id = ${orgId} and survey_id is not null group by 1, 2
      ) waves
    ) ended where people >= ${minimumOf(orgId)} or wave < last
  ) full_waves where together >= ${minimumOf(orgId)}`;

/** True for a row of survey_answers that may be part of a figure: from a file, or of a wave that is full. */
export const isReleased = (orgId: Org): SQL => sql`
  (survey_id is null or (survey_id, ${waveOf}) in (${releasedWaves(orgId)}))`;

/**
 * Ids for so many new responses, in the wave that is filling and then in new ones. The survey must be held by the transaction, or two
 * responses could take the last place of a wave. `released`: whether that completed one.
 */
export async function newResponses(
  tx: Tx,
  orgId: string,
  surveyId: string,
  count: number,
): Promise<{ ids: string[]; released: boolean }> {
  const { rows } = await tx.execute<{ wave: string; people: number; minimum: number }>(sql`
    select ${waveOf} as wave, count(distinct response_id)::int as people, ${minimumOf(orgId)}::int as minimum
    from survey_answers where org_id = ${orgId} and survey_id = ${surveyId} group by 1 order by 1 desc limit 1`);
  const minimum = rows[0]?.minimum ?? (await readMinimum(tx, orgId));
  let wave = Number.parseInt(rows[0]?.wave ?? "0", 16);
  let people = rows[0]?.people ?? 0;
  let released = false;
  const ids = Array.from({ length: count }, () => {
    if (people >= minimum) [wave, people] = [wave + 1, 0];
    people++;
    released ||= people >= minimum;
    return wave.toString(16).padStart(waveDigits, "0") + randomUUID().slice(waveDigits);
  });
  return { ids, released };
}

async function readMinimum(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await tx.execute<{ minimum: number }>(sql`select ${minimumOf(orgId)}::int as minimum`);
  return rows[0]?.minimum ?? minimumPeople(0);
}
