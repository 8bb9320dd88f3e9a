import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readSkillStates } from "@/lib/evidence/read-skill-states";
import { inImport } from "@/lib/intake/in-import";
import { rebuildRollups, refreshRollups } from "@/lib/rollups/refresh-rollups";
import { rebuildSkillStates } from "@/lib/rollups/skill-states";
import { prepareTouched } from "@/lib/rollups/touched";
import { verifyRollups } from "@/lib/rollups/verify-rollups";
import type { Bench, Figure } from "./bench";
import { onCluster } from "./cluster";
import { count, median, ms, ratio } from "./numbers";
import { noteStatements } from "./statements";
import { givenStatesOrganisation, observationsSql } from "./states-organisation";
import { inTurn, timed } from "./timing";

const sizes = { small: [1_000, 10_000, 2], normal: [20_000, 200_000, 3], full: [100_000, 1_000_000, 3] } as const;
const chunk = 10_000;

/** What states of skills cost: computed for everybody, kept up with new observations, and read by role, skill and site. */
export const states: Bench = (scale, say) =>
  onCluster("durable", async ({ owner }) => {
    const [people, observations, rounds] = sizes[scale];
    const orgId = await givenStatesOrganisation(people);
    const inserted = await timed(() =>
      inImport(orgId, (tx) => tx.execute(observationsSql(orgId, observations, "all along"))),
    );
    await owner.query("vacuum analyze");
    await inImport(orgId, (tx) => rebuildRollups(tx, orgId));
    await owner.query("vacuum analyze");
    say(`${count(observations)} observations in ${ms(inserted)}`);

    const writes: number[] = [];
    const all = await inTurn(rounds, {
      write: async () => writes.push(await writeAlone(orgId)),
      rebuild: () => inImport(orgId, (tx) => rebuildSkillStates(tx, orgId)),
      group: () => inImport(orgId, (tx) => groupBy(tx, orgId)),
      read: () =>
        inImport(orgId, (tx) =>
          readSkillStates(tx, orgId, sql`select id from people where org_id = ${orgId}`, "2025-12-01"),
        ),
    });
    const [rebuild, group, read, write] = [median(all.rebuild), median(all.group), median(all.read), median(writes)];
    say(`rebuild ${ms(rebuild)}, of it writing ${ms(write)}, group by ${ms(group)}, read ${ms(read)}`);

    const chunks: Record<"facts" | "states" | "others", number>[] = [];
    for (let round = 0; round <= rounds; round++) {
      const kept = await keepUp(orgId);
      say(`${count(chunk)} more: facts ${ms(kept.facts)}, states ${ms(kept.states)}, other rollups ${ms(kept.others)}`);
      if (round > 0) chunks.push(kept); // The first one warms up.
    }
    const differing = await inImport(orgId, async (tx) =>
      (await verifyRollups(tx, orgId)).filter(({ table }) => table === "skill_states"),
    );
    if (differing.length > 0) throw new Error(`States differ from the reference: ${JSON.stringify(differing[0])}`);
    const of = (name: keyof (typeof chunks)[number]) => median(chunks.map((one) => one[name]));
    const { rows } = await owner.query<{ states: number }>("select count(*)::int as states from skill_states");
    const figures: Figure[] = [
      {
        what: `${count(rows[0]?.states ?? 0)} states for everybody: computed, inserting the facts they come from, computed / inserted`,
        measured: `${ms(rebuild)}, ${ms(inserted)}, ${ratio(rebuild / inserted)}`,
        goal: { wanted: "at most 2", met: rebuild / inserted <= 2 },
      },
      {
        what: "of it writing alone: the rows there are deleted, as many inserted in the order of their key; written / inserted",
        measured: `${ms(write)}, ${ratio(write / inserted)}`,
      },
      {
        what: "the same beside a plain group by over the same facts (person, skill and source: count, mean), computed / grouped",
        measured: `${ms(rebuild)}, ${ms(group)}, ${ratio(rebuild / group)}`,
      },
      {
        what: `${count(chunk)} new observations: states kept up, inserting them, kept up / inserted`,
        measured: `${ms(of("states"))}, ${ms(of("facts"))}, ${ratio(of("states") / of("facts"))}`,
      },
      {
        what: "keeping up beside computing everybody anew, kept up / computed",
        measured: ratio(of("states") / rebuild),
        goal: { wanted: "at most 0.1", met: of("states") / rebuild <= 0.1 },
      },
      {
        what: "states kept up beside all other rollups of the same observations",
        measured: ratio(of("states") / of("others")),
      },
      {
        what: "read by role, skill and site for everybody, with ageing; read / plain group by over the facts",
        measured: `${ms(read)}, ${ratio(read / group)}`,
      },
    ];
    return {
      setting: [
        `${count(people)} people in 10 roles that need 10 skills of 3 behaviours each, ${count(observations)} observations over 23 months, half as many quizzes and scenarios by person and skill as chance gives.`,
        `Medians of ${rounds} rounds taken in turn; new observations in chunks of ${count(chunk)} of the last days after one to warm up. Durable writes. At the end every state equals the reference in TypeScript.`,
      ],
      figures,
      reading:
        "Reading: new observations touch the states of the people and skills they are about and no others, so that keeping up hangs on how many came, not on how many are there.",
    };
  });

const groupBy = (tx: Tx, orgId: string) =>
  tx.execute(sql`
    create temp table grouped on commit drop as
    select o.person_id, b.skill_id, o.source, count(*) as n, avg(o.level) as level
    from observations o join behaviours b on b.org_id = ${orgId} and b.id = o.behaviour_id where o.org_id = ${orgId} group by 1, 2, 3`);

/** Milliseconds of taking all states out and putting the same ones in: what no way of computing them saves. */
async function writeAlone(orgId: string): Promise<number> {
  return inImport(orgId, async (tx) => {
    await tx.execute(
      sql`create temp table copied on commit drop as select * from skill_states where org_id = ${orgId}`,
    );
    return timed(async () => {
      await tx.execute(sql`delete from skill_states where org_id = ${orgId}`);
      await tx.execute(sql`insert into skill_states select * from copied order by person_id, skill_id`);
    });
  });
}

/** One transaction of new observations, with what its statements took. */
async function keepUp(orgId: string): Promise<Record<"facts" | "states" | "others", number>> {
  const { statements } = await noteStatements(() =>
    inImport(orgId, async (tx) => {
      await prepareTouched(tx);
      await tx.execute(sql`
        with added as (${observationsSql(orgId, chunk, "lately")} returning person_id, observed_at)
        insert into touched select distinct person_id, observed_at::date, 'observation' from added`);
      await refreshRollups(tx, orgId);
    }),
  );
  const took = (isOne: (text: string) => boolean) =>
    statements.filter(({ text }) => isOne(text)).reduce((sum, { began, ended }) => sum + ended - began, 0);
  const isFact = (text: string) => text.includes("with added as");
  const isState = (text: string) =>
    /touched_skills|gathered_(looks|learned)|skill_states/.test(text) &&
    !text.includes("create temp table if not exists");
  const isUpkeep = (text: string) => !isFact(text) && !isState(text) && !/^(begin|commit|set local)/i.test(text.trim());
  return { facts: took(isFact), states: took(isState), others: took(isUpkeep) };
}
