import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool, type Tx } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenRandomFacts, type RandomFacts } from "@/test/random-facts";
import { rebuildRollups, refreshRollups } from "./refresh-rollups";
import { prepareTouched } from "./touched";
import { verifyRollups } from "./verify-rollups";

afterAll(closePool);

function change(facts: RandomFacts, work: (tx: Tx) => Promise<unknown>) {
  return inTenant(facts.orgId, async (tx) => {
    await prepareTouched(tx);
    await work(tx);
    await refreshRollups(tx, facts.orgId);
  });
}
const differences = (facts: RandomFacts) => inTenant(facts.orgId, (tx) => verifyRollups(tx, facts.orgId));
const everybody = (facts: RandomFacts) => (tx: Tx) =>
  tx.execute(sql`insert into touched select id, null from people where org_id = ${facts.orgId}`);

async function repeat(count: number, work: () => Promise<unknown>) {
  for (let left = count; left > 0; left -= 1) await work();
}

test.each([1, 2, 3])(
  "rollups equal the facts after random writes, corrections, late rows and undos (seed %i)",
  async (seed) => {
    const facts = await givenRandomFacts(seed);
    await change(facts, async (tx) => {
      await everybody(facts)(tx);
      await repeat(150, () => facts.changeSomething(tx));
    });
    expect(await differences(facts)).toEqual([]);

    for (const size of [1, 1, 3, 1, 10, 1, 40]) {
      await change(facts, (tx) => repeat(size, () => facts.changeSomething(tx)));
      expect(await differences(facts)).toEqual([]);
    }
  },
);

/** One kind of fact at a time: a metric that the upkeep wrongly holds to be untouched by it differs from the facts. */
test.each(["learning_events", "work_events", "observations", "kpi_values", "people"] as const)(
  "rollups equal the facts after changes of %s alone",
  async (table) => {
    const facts = await givenRandomFacts(9, 6);
    await change(facts, async (tx) => {
      await everybody(facts)(tx);
      await repeat(250, () => facts.changeSomething(tx));
    });
    for (const size of [1, 3, 100]) {
      await change(facts, (tx) => repeat(size, () => facts.changeOnly(tx, table)));
      expect(await differences(facts)).toEqual([]);
    }
  },
);

test("a fact long before or after all others opens new months for everybody, and taking it back closes them", async () => {
  const facts = await givenRandomFacts(4);
  const early = new Date(Date.UTC(2024, 6, 31, 23, 30));
  await change(facts, async (tx) => {
    await everybody(facts)(tx);
    await repeat(60, () => facts.changeSomething(tx));
  });
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
  await change(facts, async (tx) => {
    await everybody(facts)(tx);
    await repeat(40, () => facts.changeSomething(tx));
  });
  await change(facts, async (tx) => {
    await everybody(facts)(tx);
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
  await change(facts, async (tx) => {
    await everybody(facts)(tx);
    await repeat(80, () => facts.changeSomething(tx));
  });
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
  await change(others, async (tx) => {
    await everybody(others)(tx);
    await repeat(30, () => others.changeSomething(tx));
  });
  await change(facts, async (tx) => {
    await everybody(facts)(tx);
    await repeat(30, () => facts.changeSomething(tx));
  });
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
