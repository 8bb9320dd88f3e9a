import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenRandomFacts, type RandomFacts } from "@/test/random-facts";
import { change, differences, startAtRandom } from "@/test/rolled-up";
import { rebuildRollups } from "./refresh-rollups";

afterAll(closePool);

test("a fact long before or after all others opens new months for everybody, and taking it back closes them", async () => {
  const facts = await givenRandomFacts(4);
  const early = new Date(Date.UTC(2024, 6, 31, 23, 30));
  await startAtRandom(facts, 60);
  const before = await months(facts);

  await change(facts, (tx) => facts.work(tx, early));
  expect((await months(facts))[0]).toBe("2024-07-01");
  expect(await differences(facts)).toEqual([]);

  await change(facts, (tx) => facts.observe(tx, new Date(Date.UTC(2026, 8, 1))));
  expect((await months(facts)).at(-1)).toBe("2026-09-01");
  expect(await differences(facts)).toEqual([]);

  await change(facts, async (tx) => {
    await tx.execute(
      sql`insert into touched select person_id, completed_at from work_events where completed_at = ${early.toISOString()}`,
    );
    await tx.execute(
      sql`insert into touched select person_id, observed_at from observations where observed_at > '2026-08-01'`,
    );
    await tx.execute(sql`delete from work_events where completed_at = ${early.toISOString()}`);
    await tx.execute(sql`delete from observations where observed_at > '2026-08-01'`);
  });
  expect(await months(facts)).toEqual(before);
  expect(await differences(facts)).toEqual([]);
});

test("taking back every fact leaves nothing behind", async () => {
  const facts = await givenRandomFacts(5);
  await startAtRandom(facts, 40);
  await change(facts, async (tx) => {
    await tx.execute(sql`insert into touched select id, null from people where org_id = ${facts.orgId}`);
    for (const table of [
      "learning_events",
      "work_events",
      "observations",
      "kpi_values",
      "employment_events",
      "employments",
    ]) {
      await tx.execute(sql`delete from ${sql.identifier(table)} where org_id = ${facts.orgId}`);
    }
    await tx.execute(sql`update people set hire_date = null, exit_date = null`);
  });
  expect(await months(facts)).toEqual([]);
  expect(await differences(facts)).toEqual([]);
});

test("a damaged rollup is found, and a rebuild repairs it", async () => {
  const facts = await givenRandomFacts(6);
  await startAtRandom(facts, 80);
  await inTenant(facts.orgId, async (tx) => {
    await tx.execute(sql`update person_months set events = events + 1 where events > 0`);
    await tx.execute(sql`update metric_cells set numerator_m2 = numerator_m2 + 1 where level = 1 and metric = 'reach'`);
    await tx.execute(sql`delete from behaviour_months where ratings > 0`);
  });
  const found = await differences(facts);
  expect(new Set(found.map(({ table }) => table.split(" ")[0]))).toEqual(
    new Set(["person_months", "behaviour_months", "metric_cells"]),
  );

  await inTenant(facts.orgId, (tx) => rebuildRollups(tx, facts.orgId));
  expect(await differences(facts)).toEqual([]);
});

test("a refresh raises the revision and leaves other organisations alone", async () => {
  const [facts, others] = [await givenRandomFacts(7), await givenRandomFacts(8)];
  await startAtRandom(others, 30);
  await startAtRandom(facts, 30);
  const revision = await inTenant(facts.orgId, (tx) => tx.execute(sql`select revision from organisations`));
  expect(revision.rows).toEqual([{ revision: 1 }]);
  expect(await differences(others)).toEqual([]);
});

async function months(facts: RandomFacts): Promise<string[]> {
  const { rows } = await inTenant(facts.orgId, (tx) =>
    tx.execute<{ month: string }>(sql`select distinct month::text from person_months order by 1`),
  );
  return rows.map((row) => row.month);
}
