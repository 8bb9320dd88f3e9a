import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { readRoleHolders } from "./role-holders";

afterAll(closePool);

test("somebody who holds the role is found by id where there are more than a list to choose from holds", async () => {
  const given = await givenOrganisation();
  const other = await givenOrganisation();
  const { rows } = await inTenant(given.orgId, async (tx) => {
    const added = await tx.execute<{ id: string; name: string }>(sql`
      insert into users (org_id, email, name) select ${given.orgId}, ${given.orgId} || n || '@example.com', 'Name ' || lpad(n::text, 5, '0')
      from generate_series(1, 2001) n returning id, name`);
    await tx.execute(
      sql`insert into memberships (org_id, user_id, role) select ${given.orgId}, id, 'manager' from users`,
    );
    return added;
  });
  const last = rows.find(({ name }) => name === "Name 02001");
  const holders = (orgId: string, only?: string, role: "manager" | "finance" = "manager") =>
    inTenant(orgId, (tx) => readRoleHolders(tx, orgId, [role], only));
  const choices = await holders(given.orgId);
  expect(choices.length).toBe(2_000);
  expect(choices.some(({ id }) => id === last?.id)).toBe(false);
  expect(await holders(given.orgId, last?.id)).toEqual([last]);
  expect(await holders(given.orgId, last?.id, "finance")).toEqual([]);
  expect(await holders(other.orgId, last?.id)).toEqual([]);
  await inTenant(given.orgId, (tx) => tx.execute(sql`update users set disabled_at = now() where id = ${last?.id}`));
  expect(await holders(given.orgId, last?.id)).toEqual([]);
});
