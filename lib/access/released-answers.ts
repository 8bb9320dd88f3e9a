import "server-only";
import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople } from "./privacy";

/**
 * Answers given in the app come into figures by waves of at least the minimum: else whoever looks before and after one answer could subtract.
 * The first eight digits of `response_id` number the wave, the rest is random, so that nothing tells the order within it. What a group said
 * fills waves of its own, from the upper half of the numbers on: whoever wrote it down knows it, and would have the rest of a wave by subtraction.
 */
const waveDigits = 8;
const firstOf = { sheet: 0, statement: 0x80000000 };

const waveOf = sql.raw(`left(response_id::text, ${waveDigits})`);
const isStatement = (wave: SQL) => sql`${wave} >= '8'`;

/** An id, or SQL that is one. */
type Org = string | SQL;

const minimumOf = (orgId: Org): SQL =>
  sql`(select greatest(${minimumPeople(0)}::int, minimum_group_size) from organisations where id = ${orgId})`;

/** Waves that may be shown, as `select survey_id, wave`: those that are full, where they hold the minimum together. */
const releasedWaves = (orgId: Org): SQL => sql`
  select survey_id, wave from (
    select *, sum(people) over (partition by survey_id, ${isStatement(sql`wave`)}) as together from (
      select *, max(wave) over (partition by survey_id, ${isStatement(sql`wave`)}) as last from (
        select survey_id, ${waveOf} as wave, count(distinct response_id)::int as people from survey_answers
        where org_id = ${orgId} and survey_id is not null group by 1, 2
      ) waves
    ) ended where people >= ${minimumOf(orgId)} or wave < last
  ) full_waves where together >= ${minimumOf(orgId)}`;

/** True for a row of survey_answers that may be part of a figure: from a file, or of a wave that is full. */
export const isReleased = (orgId: Org): SQL => sql`
  (survey_id is null or (survey_id, ${waveOf}) in (${releasedWaves(orgId)}))`;

/**
 * The day up to which an answer is part of a figure of the last days, as a column of a query on survey_answers: its own, and of one given in the
 * app the last one of its wave, so that a wave leaves as it came, whole.
 */
export const lastCounted: SQL = sql`
  case when survey_id is null then answered_on else max(answered_on) over (partition by survey_id, ${waveOf}) end`;

/**
 * Ids for so many new responses, in the wave that is filling and then in new ones. The survey must be held by the transaction, or two
 * responses could take the last place of a wave. `released`: whether that completed one.
 */
export async function newResponses(
  tx: Tx,
  orgId: string,
  surveyId: string,
  { kind, count }: { kind: keyof typeof firstOf; count: number },
): Promise<{ ids: string[]; released: boolean }> {
  const { rows } = await tx.execute<{ wave: string; people: number; minimum: number }>(sql`
    select ${waveOf} as wave, count(distinct response_id)::int as people, ${minimumOf(orgId)}::int as minimum
    from survey_answers
    where org_id = ${orgId} and survey_id = ${surveyId} and (${isStatement(waveOf)}) = ${kind === "statement"}
    group by 1 order by 1 desc limit 1`);
  const [filling] = rows;
  const minimum = filling?.minimum ?? (await readMinimum(tx, orgId));
  let wave = filling ? Number.parseInt(filling.wave, 16) : firstOf[kind];
  let people = filling?.people ?? 0;
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
