import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool, type Tx } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { insertRow } from "@/test/insert-row";
import { givenRandomFacts, type RandomFacts } from "@/test/random-facts";
import { change, differences, startAtRandom } from "@/test/rolled-up";
import { rebuildRollups } from "./refresh-rollups";

afterAll(closePool);

/** An organisation with people, skills and activities but no facts; A1 is a certification exam of a skill. */
async function givenExam(seed: number) {
  const facts = await givenRandomFacts(seed, 3);
  const person = facts.people[0] ?? "";
  await startAtRandom(facts, 0);
  const note = (tx: Tx, day: string) =>
    tx.execute(sql`insert into touched (person_id, month, source) values (${person}, ${day}, 'learning')`);
  return {
    facts,
    async take(day: string, { verb = "passed", success }: { verb?: string; success: boolean }) {
      const id = randomUUID();
      await change(facts, async (tx) => {
        const { rows } = await tx.execute<{ id: string }>(sql`select id from activities where code = 'A1'`);
        await insertRow(tx, "learning_events", {
          org_id: facts.orgId,
          person_id: person,
          occurred_at: `${day}T12:00:00Z`,
          event_id: id,
          activity_id: rows[0]?.id,
          verb,
          success,
          batch_id: randomUUID(),
        });
        await note(tx, day);
      });
      return { id, day };
    },
    move: (event: { id: string; day: string }, day: string) =>
      change(facts, async (tx) => {
        await tx.execute(
          sql`update learning_events set occurred_at = ${`${day}T12:00:00Z`} where event_id = ${event.id}`,
        );
        await note(tx, event.day);
        await note(tx, day);
      }),
    remove: (event: { id: string; day: string }) =>
      change(facts, async (tx) => {
        await tx.execute(sql`delete from learning_events where event_id = ${event.id}`);
        await note(tx, event.day);
      }),
  };
}

/** The day each state has and the day of the certificate it is about; nothing may differ from the facts. */
async function certified(facts: RandomFacts) {
  expect(await differences(facts)).toEqual([]);
  return inTenant(facts.orgId, async (tx) => {
    const { rows } = await tx.execute<{ on: string | null }>(sql`select certified_on::text as on from skill_states`);
    return rows.map(({ on }) => on);
  });
}

test("a state follows its first certificate whatever the exam says of success, wherever it moves, and when it goes", async () => {
  const { facts, take, move, remove } = await givenExam(31);
  // Passing counts as a certificate, though an act that did not succeed is evidence of nothing.
  const odd = await take("2025-05-10", { success: false });
  expect(await certified(facts)).toEqual(["2025-05-10"]);
  const plain = await take("2025-08-10", { verb: "certified", success: true });
  await move(odd, "2025-11-10");
  expect(await certified(facts)).toEqual(["2025-08-10"]);
  await move({ ...odd, day: "2025-11-10" }, "2025-03-10");
  expect(await certified(facts)).toEqual(["2025-03-10"]);
  await remove({ ...odd, day: "2025-03-10" });
  expect(await certified(facts)).toEqual(["2025-08-10"]);
  await remove(plain);
  expect(await certified(facts)).toEqual([]);
});

test("a certificate from before the ten years that rollups cover is known, and forgotten when it is taken back", async () => {
  const { facts, take, remove } = await givenExam(32);
  await inTenant(facts.orgId, (tx) =>
    tx.execute(sql`select ensure_month_partitions('learning_events', '2012-01-01', '2012-12-01')`),
  );
  await take("2025-08-10", { verb: "accessed", success: true });
  const old = await take("2012-05-10", { success: true });
  expect(await certified(facts)).toEqual(["2012-05-10"]);
  await inTenant(facts.orgId, (tx) => rebuildRollups(tx, facts.orgId));
  expect(await certified(facts)).toEqual(["2012-05-10"]);
  await remove(old);
  expect(await certified(facts)).toEqual([]);
});
