import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { resolveScope } from "@/lib/access/scope";
import type { ScopeRequest } from "@/lib/access/scope-request";
import { type Grain, periodsBetween } from "@/lib/metrics/period";
import { refreshRollups } from "@/lib/rollups/refresh-rollups";
import { prepareTouched } from "@/lib/rollups/touched";
import { inTenant } from "@/lib/server/tenant-access";
import { givenRandomFacts } from "@/test/random-facts";
import { readSums, readSumsOfPeople, type SummedRow } from "./read-sums";
import type { Division } from "./sums-question";

afterAll(closePool);

const everybody = { kind: "everybody" } as const;

async function givenFacts(seed: number) {
  const facts = await givenRandomFacts(seed, 30);
  await inTenant(facts.orgId, async (tx) => {
    await prepareTouched(tx);
    await tx.execute(sql`insert into touched select id, null from people`);
    for (let left = 500; left > 0; left -= 1) await facts.changeSomething(tx);
    await refreshRollups(tx, facts.orgId);
  });
  return facts;
}

/** Counts alike, sums alike to a billionth of their size: the order of adding may change the last bits. Returns how many rows. */
function expectAlike(some: readonly SummedRow[], others: readonly SummedRow[]): number {
  const key = (row: SummedRow) => `${row.start} ${row.metric} ${row.group}`;
  const left = some.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  const right = others.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  expect(left.map((row) => [key(row), row.people])).toEqual(right.map((row) => [key(row), row.people]));
  for (const [index, row] of left.entries()) {
    const size = 1 + row.numerator ** 2 + row.denominator ** 2 + row.numeratorM2 + row.denominatorM2;
    for (const name of ["numerator", "denominator", "numeratorM2", "denominatorM2", "crossM2"] as const) {
      const apart = Math.abs(row[name] - (right[index]?.[name] ?? Number.NaN));
      if (!(apart <= 1e-9 * size)) throw new Error(`${key(row)}: ${name} is ${row[name]}, not ${right[index]?.[name]}`);
    }
  }
  return left.length;
}

test("cells say the same as people, for every kind of scope, grain, division and rest", async () => {
  const facts = await givenFacts(21);
  const { orgId, units, sites, roles } = facts;
  const requests: ScopeRequest[] = [
    { kind: "org" },
    { kind: "unit", id: units[1] ?? "" },
    { kind: "unit", id: units[3] ?? "" },
    { kind: "site", id: sites[0] ?? "" },
    { kind: "role", id: roles[1] ?? "" },
  ];
  const divisions: (Division | undefined)[] = [undefined, { by: "role" }, { by: "unit" }, { by: "site" }];
  let compared = 0;
  await inTenant(orgId, async (tx) => {
    const all = await resolveScope(tx, everybody, { kind: "org" });
    for (const request of requests) {
      const scope = await resolveScope(tx, everybody, request);
      if (!scope || !all) throw new Error("no scope");
      for (const grain of ["month", "quarter", "year"] satisfies Grain[]) {
        const periods = periodsBetween("2025-01-01", "2025-12-01", grain).slice(-3);
        for (const division of divisions) {
          const question = { orgId, scope, periods, ...(division && { division }) };
          compared += expectAlike(await readSums(tx, question), await readSumsOfPeople(tx, question));
        }
        if (request.kind === "org") continue;
        const rest = { orgId, scope: all, restOf: scope, periods };
        expectAlike(await readSums(tx, rest), await readSumsOfPeople(tx, rest));
      }
    }
  });
  expect(compared).toBeGreaterThan(3000);
});

test("a scope and the rest add up to everybody, also where only people tell", async () => {
  const facts = await givenFacts(22);
  const { orgId, teams } = facts;
  await inTenant(orgId, async (tx) => {
    const all = await resolveScope(tx, everybody, { kind: "org" });
    const team = await resolveScope(tx, everybody, { kind: "team", id: teams[0] ?? "" });
    if (!all || !team) throw new Error("no scope");
    const periods = periodsBetween("2025-04-01", "2025-09-01", "quarter");
    const total = await readSums(tx, { orgId, scope: all, periods });
    const key = (row: SummedRow) => `${row.start} ${row.metric}`;
    const own = new Map((await readSums(tx, { orgId, scope: team, periods })).map((row) => [key(row), row]));
    const rest = new Map(
      (await readSums(tx, { orgId, scope: all, restOf: team, periods })).map((row) => [key(row), row]),
    );
    expect(own.size).toBeGreaterThan(20);
    for (const row of total) {
      const parts = [own.get(key(row)), rest.get(key(row))];
      expect(parts.reduce((sum, part) => sum + (part?.people ?? 0), 0)).toBe(row.people);
      expect(parts.reduce((sum, part) => sum + (part?.numerator ?? 0), 0)).toBeCloseTo(row.numerator, 4);
    }
  });
});
