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
import { type Division, readSums, readSumsOfPeople, type SummedRow } from "./read-sums";

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

/** Rows by key, numbers to ten digits: the order of adding may change the last bits. */
function rounded(rows: readonly SummedRow[]) {
  const digits = (value: number) => Number(value.toPrecision(10));
  const tiny = (value: number, size: number) => (Math.abs(value) < 1e-9 * (1 + size) ? 0 : digits(value));
  return new Map(
    rows.map((row) => {
      const size = (row.numerator ** 2 + row.denominator ** 2) / row.people;
      return [
        `${row.start} ${row.metric} ${row.group}`,
        [
          row.people,
          digits(row.numerator),
          digits(row.denominator),
          tiny(row.numeratorM2, size),
          tiny(row.denominatorM2, size),
          tiny(row.crossM2, size),
        ],
      ];
    }),
  );
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
          const fromCells = rounded(await readSums(tx, question));
          expect(fromCells).toEqual(rounded(await readSumsOfPeople(tx, question)));
          compared += fromCells.size;
        }
        if (request.kind === "org") continue;
        const rest = { orgId, scope: all, restOf: scope, periods };
        expect(rounded(await readSums(tx, rest))).toEqual(rounded(await readSumsOfPeople(tx, rest)));
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
