import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenCoaches } from "@/test/given-coaches";
import { read, shown } from "@/test/given-scorecard";

afterAll(closePool);

const asked = { period: "2026-Q1", against: "previous", by: "support", show: "reach" };
const groupsOf = (scorecard: Awaited<ReturnType<typeof read>>) =>
  shown(scorecard).breakdown?.groups.map(({ id, state }) => [id, state.kind === "figure" ? state.value : state.kind]);

test("a figure by how much managers support learning, for those who see no team, anew once something more is logged", async () => {
  const { given, act } = await givenCoaches();
  const lead = given.as("ld_lead");
  // The head has no manager: one person, and the next smallest group with it.
  const groups = groupsOf(await read(lead, asked));
  expect(groups).toEqual(
    expect.arrayContaining([
      ["none", 0],
      ["some", 0.4],
      ["regular", "withheld"],
      ["unmanaged", "withheld"],
    ]),
  );
  await act("s", 6);
  await act("r", 6);
  // Nobody is left with some support: r and s are regular now, with 14 of their 20 people reached.
  const later = groupsOf(await read(lead, asked));
  expect(later).not.toEqual(groups);
  expect(later?.map(([id]) => id)).not.toContain("some");
});

test("a level of a single manager is withheld, because it would be their own record", async () => {
  const { given } = await givenCoaches();
  // All twenty of r, s, t and u report to r: by their number they would be told.
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`
      update employments e set manager_id = r.id from people r, people m
      where r.employee_id = 'r' and m.id = e.manager_id and m.employee_id in ('s', 't', 'u')`),
  );
  const groups = groupsOf(await read(given.as("ld_lead"), asked)) ?? [];
  expect(groups.find(([id]) => id === "regular")?.[1]).toBe(1);
  expect(groups.find(([id]) => id === "some")?.[1]).toBe("withheld");
});
