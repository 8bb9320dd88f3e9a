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
import { readMediansOfPeople, readPersonMedians } from "./read-medians";

afterAll(closePool);

test("the cycle times kept per cell are those of the people, for every kind of scope and grain", async () => {
  const facts = await givenRandomFacts(31, 30);
  const { orgId, units, sites, roles } = facts;
  await inTenant(orgId, async (tx) => {
    await prepareTouched(tx);
    await tx.execute(sql`insert into touched select id, null from people`);
    for (let left = 500; left > 0; left -= 1) await facts.changeSomething(tx);
    await refreshRollups(tx, orgId);
  });
  const requests: ScopeRequest[] = [
    { kind: "org" },
    { kind: "unit", id: units[1] ?? "" },
    { kind: "site", id: sites[0] ?? "" },
    { kind: "role", id: roles[1] ?? "" },
  ];
  const sorted = (values: number[]) => values.map((value) => Number(value.toPrecision(10))).toSorted((a, b) => a - b);
  let compared = 0;
  await inTenant(orgId, async (tx) => {
    for (const request of requests) {
      const scope = await resolveScope(tx, { kind: "everybody" }, request);
      if (!scope) throw new Error("no scope");
      for (const grain of ["month", "quarter", "year"] satisfies Grain[]) {
        for (const period of periodsBetween("2025-01-01", "2025-12-01", grain)) {
          const kept = sorted(await readPersonMedians(tx, orgId, scope, period));
          expect(kept).toEqual(sorted(await readMediansOfPeople(tx, orgId, scope, period)));
          compared += kept.length;
        }
      }
    }
  });
  expect(compared).toBeGreaterThan(100);
});
