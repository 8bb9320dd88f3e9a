import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool, type Tx } from "@/db/client";
import { evidenceRules, skillStatuses } from "@/db/schema/evidence";
import { defaultRules } from "@/lib/evidence/rules";
import { inTenant } from "@/lib/server/tenant-access";
import { givenRandomFacts, type RandomFacts } from "@/test/random-facts";
import { change, differences, repeat, startAtRandom } from "@/test/rolled-up";
import { postponeSkillStates, takePendingRollups } from "./pending-rollups";
import { rebuildRollups } from "./refresh-rollups";

afterAll(closePool);

async function givenStates(seed: number, facts = 700): Promise<RandomFacts> {
  const random = await givenRandomFacts(seed, 8);
  await startAtRandom(random, facts);
  return random;
}

const differingStates = async (facts: RandomFacts) =>
  (await differences(facts)).filter(({ table }) => table === "skill_states");

async function states(facts: RandomFacts): Promise<Record<string, unknown>[]> {
  const { rows } = await inTenant(facts.orgId, (tx) =>
    tx.execute(sql`select * from skill_states where org_id = ${facts.orgId} order by person_id, skill_id`),
  );
  return rows;
}

/** Sums of decimals depend on the order of adding in their last bits. */
const close = (rows: Record<string, unknown>[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === "number" ? expect.closeTo(value, 9) : value]),
    ),
  );

test("kept up by pieces, states equal the reference and a rebuild, in every status there is", async () => {
  const seen = new Set<unknown>();
  for (const seed of [21, 22]) {
    const facts = await givenStates(seed, seed === 21 ? 700 : 40);
    for (const size of [1, 20]) {
      await change(facts, (tx) => repeat(size, () => facts.changeSomething(tx)));
      expect(await differingStates(facts)).toEqual([]);
    }
    await change(facts, (tx) => addLonePeople(tx, facts.orgId));
    expect(await differingStates(facts)).toEqual([]);
    const kept = await states(facts);
    for (const { status } of kept) seen.add(status);
    await inTenant(facts.orgId, (tx) => rebuildRollups(tx, facts.orgId));
    expect(await states(facts)).toEqual(close(kept));
  }
  expect([...seen].sort()).toEqual([...skillStatuses].sort());
});

/** Three people of whom one fact each is known (their own view, a quiz, a scenario), and one whom two sources saw at the top for four months. */
async function addLonePeople(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`
    insert into people (org_id, id, employee_id, batch_id)
    select ${orgId}::uuid, gen_random_uuid(), name, gen_random_uuid() from unnest(array['Self', 'Quiz', 'scenario_card', 'Held']) name`);
  await tx.execute(sql`
    insert into observations (org_id, person_id, observation_id, observed_at, behaviour_id, level, source)
    select ${orgId}::uuid, p.id, 'self', '2025-06-01', (select min(id::text)::uuid from behaviours), 4, 'self' from people p where employee_id = 'Self'`);
  await tx.execute(sql`
    insert into observations (org_id, person_id, observation_id, observed_at, behaviour_id, level, source)
    select ${orgId}::uuid, p.id, source || month, make_date(2025, month, 10), (select min(id::text)::uuid from behaviours), 5, source
    from people p, unnest(array['manager', 'system']) source, generate_series(2, 5) month where employee_id = 'Held'`);
  await tx.execute(sql`
    insert into touched select id, make_date(2025, month, 1), 'observation' from people, generate_series(2, 5) month where employee_id = 'Held'`);
  await tx.execute(sql`
    insert into learning_events (org_id, person_id, occurred_at, event_id, activity_id, verb, batch_id)
    select ${orgId}::uuid, p.id, '2025-06-01', p.employee_id, a.id, 'passed', p.batch_id
    from people p join activities a on a.format = p.employee_id and coalesce(a.skill_id, a.behaviour_id) is not null`);
  await tx.execute(sql`
    insert into touched select id, '2025-06-01', source from people, unnest(array['observation', 'learning']) source
    where employee_id in ('Self', 'Quiz', 'scenario_card')`);
}

test("a struck rating counts in no rollup, and comes back when the strike is taken back", async () => {
  const facts = await givenStates(23);
  const before = await states(facts);
  const strike = (set: string) =>
    change(facts, async (tx) => {
      const one = sql`(select observation_id from observations where org_id = ${facts.orgId} and source <> 'self'
        and behaviour_id in (select id from behaviours where statement in ('B2', 'B3')) -- asked of whoever was rated
        and (struck_at is null or struck_at = '2030-01-01') order by struck_at, observation_id limit 1)`;
      await tx.execute(sql`
        insert into touched select person_id, observed_at, 'observation' from observations where observation_id = ${one}`);
      await tx.execute(sql`update observations set struck_at = ${sql.raw(set)} where observation_id = ${one}`);
    });
  await strike("'2030-01-01'");
  expect(await states(facts)).not.toEqual(close(before));
  expect(await differences(facts)).toEqual([]);
  await strike("null");
  expect(await states(facts)).toEqual(close(before));
});

test("a damaged state is found", async () => {
  const facts = await givenStates(24, 60);
  await inTenant(facts.orgId, (tx) =>
    tx.execute(sql`update skill_states set level = level + 0.1 where (person_id, skill_id) in (
      select person_id, skill_id from skill_states where level is not null limit 1)`),
  );
  expect((await differingStates(facts)).map(({ side }) => side)).toEqual(["stored", "missing"]);
});

test("changed rules are computed when pending rollups are taken", async () => {
  const facts = await givenStates(25);
  await inTenant(facts.orgId, async (tx) => {
    const rules = {
      ...defaultRules,
      weights: { manager: 2, peer: 0, system: 0.5 },
      halfLifeDays: 30,
      leastStrength: 0.6,
      leastSources: 3,
      sustainedMonths: 2,
    };
    await tx.insert(evidenceRules).values({ orgId: facts.orgId, version: 1, rules, why: "A test" });
    await postponeSkillStates(tx, facts.orgId);
  });
  expect(await differingStates(facts)).not.toEqual([]);
  await inTenant(facts.orgId, (tx) => takePendingRollups(tx, facts.orgId));
  expect(await differingStates(facts)).toEqual([]);
  expect(new Set((await states(facts)).map((row) => row.rules_version))).toEqual(new Set([1]));
  // Three sources can never agree where one of them is left out.
  expect((await states(facts)).some(({ agree }) => agree !== null)).toBe(false);
});
