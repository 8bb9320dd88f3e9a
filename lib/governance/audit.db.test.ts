import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { roleNames } from "@/db/schema/access";
import { decisions } from "@/db/schema/decisions";
import { shareLinks } from "@/db/schema/sharing";
import { createUser, setRoles } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { csvStream } from "@/lib/server/csv-stream";
import { inTenant, leaveTrace } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { auditFileHeader, auditFileRows } from "./audit-file";
import { auditFilter, readAuditFile, readAuditLog } from "./read-audit-log";
import { readUsers } from "./read-users";

afterAll(closePool);

const everything = auditFilter.parse({});

async function givenUsers() {
  const organisation = await givenOrganisation();
  const add = (name: string, role: "admin" | "auditor") =>
    createUser(organisation.as("admin"), {
      email: `${name}-${randomUUID()}@example.com`,
      name,
      password: "correct horse battery",
      roles: [{ role }],
    });
  const ada = await add("Ada", "admin");
  const bo = await add("Bo", "auditor");
  return { ...organisation, ada: { ...organisation.as("admin"), userId: ada.id }, bo };
}

test("the log says who did what to whom, by name, newest first", async () => {
  const { ada, bo } = await givenUsers();
  await setRoles(ada, { userId: bo.id, roles: [{ role: "finance" }] });

  const { rows, more } = await readAuditLog(ada, everything);
  expect(more).toBe(false);
  expect(rows[0]).toMatchObject({ actor: "Ada", action: "user.manage", subject: "Bo", detail: { change: "roles" } });
  expect(rows).toHaveLength(3);
});

test("the log calls a decision and a shared link by their titles", async () => {
  const { orgId, ada } = await givenUsers();
  const stop = { title: "Stop the course", kind: "stop", reason: "It did nothing", decidedBy: "The board" } as const;
  const bank = { title: "For the bank", tokenHash: randomUUID(), document: {}, expiresAt: new Date() };
  await inTenant(orgId, async (tx) => {
    const rows = [
      await tx
        .insert(decisions)
        .values({ ...stop, orgId, decidedOn: "2026-03-31", evidence: {} })
        .returning({ id: decisions.id }),
      await tx
        .insert(shareLinks)
        .values({ ...bank, orgId, createdBy: ada.userId })
        .returning({ id: shareLinks.id }),
    ];
    for (const [row] of rows) await leaveTrace(tx, ada, "report.open", { subject: row?.id ?? "" });
  });
  const { rows } = await readAuditLog(ada, auditFilter.parse({ action: "report.open" }));
  expect(rows.map(({ subject }) => subject).toSorted()).toEqual(["For the bank", "Stop the course"]);
});

test("the log is filtered by person, by action and by day", async () => {
  const { ada, bo, orgId } = await givenUsers();
  await setRoles(ada, { userId: bo.id, roles: [{ role: "finance" }] });
  await inTenant(orgId, (tx) => leaveTrace(tx, { orgId, userId: null }, "data.import", { subject: "batch" }));
  const count = async (filter: Record<string, string>) =>
    (await readAuditLog(ada, auditFilter.parse(filter))).rows.length;
  const today = new Date().toISOString().slice(0, 10);

  expect(await count({ who: bo.id })).toBe(2);
  expect(await count({ who: ada.userId })).toBe(2);
  expect(await count({ who: "system" })).toBe(1);
  expect(await count({ action: "data.import" })).toBe(1);
  expect(await count({ from: today, to: today })).toBe(4);
  expect(await count({ to: "2020-01-01" })).toBe(0);
  expect(await count({ who: "not an id", from: "yesterday" })).toBe(4);
});

async function wholeFile(viewer: Viewer) {
  const rows = [];
  for await (const batch of readAuditFile(viewer, everything)) rows.push(...batch);
  return rows;
}

test("the log is paged by fifty, and the file holds all of it", async () => {
  const { orgId, as } = await givenOrganisation();
  const auditor = as("auditor");
  await inTenant(orgId, async (tx) => {
    for (let index = 0; index < 60; index++) await leaveTrace(tx, { orgId, userId: null }, "data.import", {});
  });
  const first = await readAuditLog(auditor, everything);
  const second = await readAuditLog(auditor, { ...everything, page: 2 });

  expect([first.rows.length, first.more, second.rows.length, second.more]).toEqual([50, true, 10, false]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60);
  expect(await wholeFile(auditor)).toHaveLength(60);
});

test("the file goes on where a batch ends, also among rows of one moment", async () => {
  const { orgId, as } = await givenOrganisation();
  await inTenant(orgId, (tx) =>
    tx.execute(
      sql`insert into audit_log (org_id, id, at, action, detail) select ${orgId}, gen_random_uuid(), now() - (n / 1500) * interval '1 day', 'data.import', '{}' from generate_series(1, 4500) n`,
    ),
  );
  const rows = await wholeFile(as("auditor"));
  expect(new Set(rows.map(({ id }) => id)).size).toBe(4500);
  expect(rows.map(({ at }) => at.getTime())).toEqual(rows.map(({ at }) => at.getTime()).toSorted((a, b) => b - a));
});

test("a name that a spreadsheet would run as a formula is harmless in the file", async () => {
  const row = { id: "1", at: new Date(0), actor: "=cmd|calc", action: "user.manage", subject: null, detail: {} };
  async function* rows() {
    yield [row];
  }
  const file = await new Response(await csvStream(auditFileHeader, auditFileRows(rows()))).text();
  expect(file).toContain("'=cmd|calc");
  expect(file).toContain("at,who,action,in words,about,detail");
});

test("another organisation's log and users do not exist", async () => {
  await givenUsers();
  const { as } = await givenOrganisation();
  expect((await readAuditLog(as("auditor"), everything)).rows).toEqual([]);
  expect((await readUsers(as("admin"), null)).users).toEqual([]);
});

test.each(roleNames.filter((role) => role !== "admin" && role !== "auditor"))(
  "%s may not read the log",
  async (role) => {
    const { as } = await givenOrganisation();
    await expect(readAuditLog(as(role), everything)).rejects.toMatchObject({ code: "forbidden" });
    await expect(wholeFile(as(role))).rejects.toMatchObject({ code: "forbidden" });
  },
);

test("an auditor sees the log and not the users", async () => {
  const { as, ada } = await givenUsers();
  await expect(readUsers(as("auditor"), null)).rejects.toMatchObject({ code: "forbidden" });
  const { users } = await readUsers(ada, null);
  expect(users.map(({ name, roles }) => [name, roles.map(({ role }) => role)])).toEqual([
    ["Ada", ["admin"]],
    ["Bo", ["auditor"]],
  ]);
});
