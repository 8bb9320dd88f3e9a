import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { memberships, type RoleName, users } from "@/db/schema/access";
import { pageViews } from "@/db/schema/scorecard-marks";
import { digestSends, digests } from "@/db/schema/sharing";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { countOpening, keptDays } from "./count-opening";
import { readOwnUsage } from "./read-own-usage";
import { readUsage } from "./read-usage";

afterAll(closePool);

let given: GivenOrganisation;
beforeEach(async () => {
  given = await givenOrganisation({ minimumGroupSize: 5 });
});

/** So many users of a role. */
async function usersOf(role: RoleName, count: number): Promise<Viewer[]> {
  return inTenant(given.orgId, async (tx) => {
    const made = Array.from({ length: count }, () => ({ ...given.as(role), userId: randomUUID() }));
    await tx
      .insert(users)
      .values(made.map(({ userId }) => ({ orgId: given.orgId, id: userId, email: `${userId}@x.example`, name: "X" })));
    await tx.insert(memberships).values(made.map(({ userId }) => ({ orgId: given.orgId, userId, role })));
    return made;
  });
}

const kept = () => inTenant(given.orgId, (tx) => tx.select().from(pageViews));
const used = async (role: RoleName | null, page: string) => {
  const usage = await readUsage(given.as("ld_lead"), role);
  return usage.pages.find((one) => one.page === page);
};

test("an opening is counted by user, page and day, and nothing else of it is kept", async () => {
  const [manager] = await usersOf("manager", 1);
  if (!manager) throw new Error("nobody");
  const id = randomUUID();
  for (const path of [`/team/${id}`, `/team/${id}`, "/scorecard", "/nothing", "/roi", "/scorecard?scope=org"]) {
    await countOpening(manager, path);
  }
  const rows = await kept();
  expect(rows.map(({ page, views }) => [page, views]).toSorted()).toEqual([
    ["/scorecard", 1],
    ["/team/[personId]", 2],
  ]);
  expect(JSON.stringify(rows)).not.toContain(id);
  expect(await readOwnUsage(manager, null)).toMatchObject([
    { page: "/team/[personId]", label: "One report", days: 1, views: 2 },
    { page: "/scorecard", views: 1 },
  ]);
  expect(await readOwnUsage(given.as("manager"), null)).toEqual([]);
});

test("what is older than it is kept goes with the next opening, one's own alone", async () => {
  const [one, other] = await usersOf("manager", 2);
  if (!one || !other) throw new Error("nobody");
  const old = sql`current_date - ${keptDays + 1}::int`;
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`
      insert into page_views (org_id, user_id, page, day, views)
      select ${given.orgId}::uuid, u, '/team', ${old}, 3 from unnest(array[${one.userId}::uuid, ${other.userId}::uuid]) u`),
  );
  await countOpening(one, "/team");
  const rows = await kept();
  expect(rows.filter(({ userId }) => userId === one.userId).map(({ views }) => views)).toEqual([1]);
  expect(rows.filter(({ userId }) => userId === other.userId)).toHaveLength(1);
});

test("how many managers open a page is told from the minimum on, with what nobody opens", async () => {
  const managers = await usersOf("manager", 8);
  for (const viewer of managers.slice(0, 6)) await countOpening(viewer, "/team");
  for (const viewer of managers.slice(0, 4)) await countOpening(viewer, "/team/ready");
  await countOpening(managers[0] ?? given.as("manager"), "/team");
  const usage = await readUsage(given.as("ld_lead"), "manager");
  expect(usage).toMatchObject({ isWithheld: false, minimum: 5, roles: [{ role: "manager", holders: { users: 8 } }] });
  expect(await used("manager", "/team")).toMatchObject({
    users: { kind: "count", users: 6 },
    views: 7,
    isUnopened: false,
  });
  expect((await used("manager", "/team"))?.weeks.at(-1)).toBe(6);
  expect(await used("manager", "/team/ready")).toMatchObject({ users: { kind: "few", minimum: 5 }, views: null });
  expect((await used("manager", "/team/ready"))?.weeks.at(-1)).toBeNull();
  expect(await used("manager", "/scorecard")).toMatchObject({ users: { users: 0 }, isUnopened: true });
  expect(await used("manager", "/data")).toBeUndefined();
});

test("a role held by too few is withheld, and what the total would tell of it too", async () => {
  const managers = await usersOf("manager", 6);
  const [lead] = await usersOf("ld_lead", 1);
  for (const viewer of [...managers, lead ?? given.as("ld_lead")]) await countOpening(viewer, "/scorecard");
  expect(await readUsage(given.as("admin"), "ld_lead")).toMatchObject({ isWithheld: true, pages: [] });
  expect(await used(null, "/scorecard")).toMatchObject({ users: { users: 7 } });
  expect(await used("manager", "/scorecard")).toMatchObject({ users: { kind: "withheld" }, views: null });
});

test("digests nobody opened are counted, those of too few people withheld", async () => {
  expect((await readUsage(given.as("admin"), null)).digests).toEqual({ kind: "none" });
  const send = async (openedAt: Date | null) => {
    const digestId = randomUUID();
    const { orgId } = given;
    await inTenant(orgId, async (tx) => {
      await tx.insert(digests).values({
        ...{ orgId, id: digestId, userId: randomUUID(), channel: "email", cadence: "weekly", day: 1, hour: 7 },
        ...{ timeZone: "UTC", quietFrom: 0, quietTo: 0, sections: [] },
      } as const);
      await tx
        .insert(digestSends)
        .values({ orgId, digestId, dueFor: "2026-W01", state: "sent", sentAt: new Date(), openedAt });
    });
  };
  for (let count = 0; count < 4; count += 1) await send(new Date());
  expect((await readUsage(given.as("admin"), null)).digests).toEqual({ kind: "withheld", minimum: 5 });
  for (let count = 0; count < 2; count += 1) await send(null);
  expect((await readUsage(given.as("admin"), null)).digests).toEqual({ kind: "told", people: 6, sent: 6, opened: 4 });
});

test("only who may reads it, and another organisation's openings are its own", async () => {
  for (const role of ["hrbp", "executive", "manager", "employee", "finance", "auditor"] as const) {
    await expect(readUsage(given.as(role), null)).rejects.toMatchObject({ code: "forbidden" });
  }
  for (const viewer of await usersOf("manager", 6)) await countOpening(viewer, "/team");
  const other = await readUsage((await givenOrganisation()).as("admin"), null);
  expect(other).toMatchObject({ roles: [], pages: [] });
});
