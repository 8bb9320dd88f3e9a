import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { withheldGroups } from "@/lib/access/privacy";
import { gatherFacts } from "@/lib/rollups/skill-states";
import { skillStatesSql, stateColumns } from "@/lib/rollups/skill-states-sql";
import { prepareTouched } from "@/lib/rollups/touched";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { query } from "@/lib/server/tenant-access";
import { stillSpeaks } from "./expiry";
import { readRules } from "./read-rules";
import type { EvidenceRules } from "./rules";
import type { PreviewRules } from "./rules-input";
import type { Standing } from "./standing";
import { stillCounts } from "./still-counts-sql";

export type StatusMove = {
  from: Standing["status"] | null;
  to: Standing["status"] | null;
  /** Skill states, each of one person; null where too few people are behind it. */
  states: number | null;
};

export type RulesPreview = {
  /** Skill states looked at, of how many people. */
  states: number;
  people: number;
  /** Everybody's, where `people` is all; else those of a fixed sample. */
  everybody: number;
  /** States that would change; null where too few people are behind them. */
  changed: number | null;
  minimum: number;
  moves: StatusMove[];
};

/** Beyond this the preview looks at a fixed sample, chosen by a hash of people's ids. */
const mostPeople = 3_000;

/**
 * Which skill states would change under other rules, today. Counts alone; those with fewer people behind them than the minimum, and what
 * would give them away, are withheld.
 */
export const previewRules = query(
  "evidence.rule",
  async (tx, { rules }: PreviewRules, viewer): Promise<RulesPreview> => {
    const { orgId } = viewer;
    const current = await readRules(tx, orgId);
    await prepareTouched(tx);
    await choosePeople(tx, orgId);
    await gatherFacts(tx, orgId, "touched");
    const rows = await withoutLoops(tx, true, async () => {
      const today = new Date().toISOString().slice(0, 10);
      const found = await tx.execute<{
        from: StatusMove["from"];
        to: StatusMove["to"];
        states: number;
        people: number;
      }>(sql`
      with before as (${standings(sql`select s.* from skill_states s join touched_skills using (person_id, skill_id) where s.org_id = ${orgId}`, current.rules, today)}),
      after as (${standings(sql`select * from (${skillStatesSql(orgId, current.version + 1, rules, "touched")}) states (${sql.raw(stateColumns)})`, rules, today)})
      select b.status as "from", a.status as "to", count(*)::int as states, count(distinct person_id)::int as people
      from before b full join after a using (person_id, skill_id) group by 1, 2`);
      return found.rows;
    });
    const { rows: sizes } = await tx.execute<{
      people: number;
      everybody: number;
      minimum: number;
      changed: number;
    }>(sql`
    select (select count(distinct person_id)::int from touched_skills) as people,
      (select count(distinct person_id)::int from skill_states where org_id = ${orgId}) as everybody,
      (select minimum_group_size from organisations where id = ${orgId}) as minimum`);
    const { people = 0, everybody = 0, minimum = 0 } = sizes[0] ?? {};
    const moved = rows.filter(({ from, to }) => from !== to);
    const idOf = ({ from, to }: (typeof rows)[number]) => `${from} ${to}`;
    const withheld = withheldGroups(
      moved.map((row) => ({ id: idOf(row), people: row.people })),
      minimum,
    );
    const moves = moved
      .map((row) => ({ from: row.from, to: row.to, states: withheld.has(idOf(row)) ? null : row.states }))
      .sort((a, b) => (b.states ?? 0) - (a.states ?? 0));
    return {
      states: rows.reduce((sum, row) => sum + row.states, 0),
      people,
      everybody,
      minimum,
      // Less what is withheld, which the total would otherwise tell.
      changed:
        moved.length > 0 && moves.every(({ states }) => states === null)
          ? null
          : moved.reduce((sum, row) => sum + (withheld.has(idOf(row)) ? 0 : row.states), 0),
      moves,
    };
  },
);

/** Fills `touched_skills` with all skills of the people chosen that are or may come to be stated. */
async function choosePeople(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`
    insert into touched_skills (person_id, skill_id, learned)
    with stated as (select distinct person_id from skill_states where org_id = ${orgId}),
    chosen as (select person_id from stated order by md5(person_id::text) limit ${mostPeople})
    select s.person_id, s.skill_id, false from skill_states s join chosen using (person_id) where s.org_id = ${orgId}
    union
    select m.person_id, b.skill_id, false from behaviour_months m join chosen using (person_id)
    join behaviours b on b.org_id = ${orgId} and b.id = m.behaviour_id where m.org_id = ${orgId}`);
}

function standings(states: SQL, { leastStrength, certificateDays }: EvidenceRules, day: string): SQL {
  return sql`
    select person_id, skill_id,
      case when seen_on is null and status = 'recalled'
          and not ${stillSpeaks("greatest(recalled_on, certified_on)", day, { certificateDays })} then 'expired'
        when seen_on is null or ${stillCounts(day, leastStrength)} then status else 'no_longer_seen' end as status
    from (${states}) s`;
}
