import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { readAdjusted } from "./read-adjusted";

afterAll(closePool);

test("beside a large group a small one is looked at whole, not through a sample of both", async () => {
  const { orgId } = await givenOrganisation();
  const found = await inTenant(orgId, async (tx) => {
    await tx.execute(sql`
      create temporary table compared_rows on commit drop as
      select gen_random_uuid() as person_id, (i > 40)::int as g, (case when i > 40 then 0 else 5 end + mod(i, 7))::float8 as y,
        mod(i, 11)::float8 as tenure, mod(i, 5)::float8 as baseline, null::uuid as role_id
      from generate_series(1, 60040) i`);
    return readAdjusted(tx, [0, 1], ["a", "b"], false, 5);
  });
  expect(found).toMatchObject({ sample: 10_040, left: 0, adjusted: { kind: "estimate", n: { treated: 40 } } });
  expect(found?.adjusted.kind === "estimate" && found.adjusted.estimate).toBeCloseTo(5, 0);
});

test("where what is adjusted for is known of a few people of a group only, nothing is said of these few", async () => {
  const { orgId } = await givenOrganisation();
  const known = (few: number) =>
    inTenant(orgId, async (tx) => {
      await tx.execute(sql`
        create temporary table compared_rows on commit drop as
        select gen_random_uuid() as person_id, (i > 12)::int as g, mod(i, 7)::float8 as y,
          case when i > 12 or i <= ${few}::int then mod(i, 11)::float8 end as tenure, null::float8 as baseline, null::uuid as role_id
        from generate_series(1, 212) i`);
      return readAdjusted(tx, [0, 1], ["a", "b"], false, 5);
    });
  expect(await known(4)).toBeNull();
  expect(await known(5)).toMatchObject({ raw: { n: { treated: 5 } } });
});
