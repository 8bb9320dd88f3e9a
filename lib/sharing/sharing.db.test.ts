import { randomUUID } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { shareLinks } from "@/db/schema/sharing";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { mostListed } from "@/lib/most-listed";
import type { ReportDocument } from "@/lib/reports/document";
import { parseOrThrow } from "@/lib/server/public-error";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { expectSentOnce } from "@/test/sent-once";
import { shareInput } from "./input";
import { makeLink } from "./make-link";
import { openShared } from "./open-shared";
import { readLinks } from "./read-links";
import { revokeLink } from "./revoke-link";

afterAll(closePool);

let given: GivenOrganisation;
let lead: Viewer;

beforeEach(async () => {
  given = await givenOrganisation();
  await given.take({ "people.csv": "employee_id,name,role,unit\nE1042,Mara Manager,clerk,Co / A\n" });
  lead = await newUser("ld_lead", "Luca Lead");
});

async function newUser(role: "ld_lead" | "executive" | "admin", name: string): Promise<Viewer> {
  const user = { email: `${randomUUID()}@example.com`, name, password: "correct horse battery" };
  const { id } = await createUser(given.as("admin"), { ...user, roles: [{ role }] });
  return { ...given.as(role), userId: id };
}

const report = (): ReportDocument => ({
  kind: "roi",
  title: "What it was worth",
  lead: "Mara Manager (E1042) and Luca Lead say so",
  grade: null,
  organisation: "Meridian Works",
  locale: "en-GB",
  currency: "EUR",
  madeAt: "2026-11-22T10:00:00Z",
  dataVersion: "sha256:1",
  sources: [],
  filters: [],
  signatures: null,
  limits: [],
  notices: [],
  href: "/roi",
  blocks: [],
});
const share = (days = 7, viewer = lead) => makeLink(viewer, { label: "For the board", days, document: report() });
const change = (statement: ReturnType<typeof sql>) => inTenant(given.orgId, (tx) => tx.execute(statement));
const traces = (id: string) =>
  inTenant(given.orgId, (tx) =>
    tx
      .select({ action: auditLog.action, actor: auditLog.actorId, detail: auditLog.detail })
      .from(auditLog)
      .where(and(eq(auditLog.orgId, given.orgId), eq(auditLog.subject, id)))
      .orderBy(asc(auditLog.at)),
  );

test("a link shows what was frozen, without names, to whoever has it; the secret is kept nowhere", async () => {
  const { id, token } = await share();
  const shown = await openShared(token);
  expect(shown?.document).toMatchObject({
    title: "What it was worth",
    lead: "[left out] ([left out]) and [left out] say so",
  });
  const [row] = await inTenant(given.orgId, (tx) => tx.select().from(shareLinks).where(eq(shareLinks.id, id)));
  expect(JSON.stringify(row)).not.toContain(token.slice(-20));
  expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  const days = ((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)) / 86_400_000;
  expect(days).toBeCloseTo(7, 3);
});

test("a link ends with its maker's account, and is there again when the account is", async () => {
  const { token } = await share();
  await change(sql`update users set disabled_at = now() where id = ${lead.userId}`);
  expect(await openShared(token)).toBeNull();
  await change(sql`update users set disabled_at = null where id = ${lead.userId}`);
  expect(await openShared(token)).not.toBeNull();
});

test("expired, taken back, made up, another organisation's and malformed look alike", async () => {
  const { id, token } = await share();
  const other = await givenOrganisation();
  const theirs = Buffer.concat([
    Buffer.from(other.orgId.replaceAll("-", ""), "hex"),
    Buffer.from(token, "base64url").subarray(16),
  ]).toString("base64url");
  const changed = `${token.slice(0, 30)}${token[30] === "A" ? "B" : "A"}${token.slice(31)}`;
  const without = await Promise.all(
    [theirs, changed, "", "x".repeat(43), `${token}A`, token.slice(1), "../../etc", `${token.slice(0, -1)}%`].map(
      openShared,
    ),
  );
  expect(without.every((one) => one === null)).toBe(true);

  await change(sql`update share_links set expires_at = now() where id = ${id}`);
  expect(await openShared(token)).toBeNull();
  await change(sql`update share_links set expires_at = now() + interval '1 day' where id = ${id}`);
  expect(await openShared(token)).not.toBeNull();
  await revokeLink(lead, { id });
  expect(await openShared(token)).toBeNull();
});

test("openings are counted, whoever comes at once, and leave one row in the log an hour, beside making and taking back", async () => {
  const { id, token } = await share(30);
  await Promise.all([openShared(token), openShared(token), openShared(token)]);
  await change(sql`update share_links set last_opened_at = last_opened_at - interval '1 hour' where id = ${id}`);
  await openShared(token);
  const { links } = await readLinks(lead, new Date());
  expect(links).toMatchObject([
    { id, label: "For the board", report: "What it was worth", openings: 4, state: "open" },
  ]);
  await revokeLink(lead, { id });
  await expect(revokeLink(lead, { id })).rejects.toMatchObject({ code: "conflict" });
  expect((await readLinks(lead, new Date())).links[0]?.state).toBe("revoked");
  const nobody = { action: "report.open", actor: null };
  expect(await traces(id)).toEqual([
    { action: "report.share", actor: lead.userId, detail: { change: "made", report: "roi", days: 30 } },
    { ...nobody, detail: { openings: 1 } },
    { ...nobody, detail: { openings: 4 } },
    { action: "report.share", actor: lead.userId, detail: { change: "taken back" } },
  ]);
});

test("one's own links are listed; an administrator sees and takes back those of all, another organisation's none", async () => {
  const { id } = await share();
  const executive = await newUser("executive", "Edda Executive");
  expect((await readLinks(executive, new Date())).links).toEqual([]);
  await expect(revokeLink(executive, { id })).rejects.toMatchObject({ code: "not-found" });
  const theirs = (await givenOrganisation()).as("admin");
  expect((await readLinks(theirs, new Date())).links).toEqual([]);
  await expect(revokeLink(theirs, { id })).rejects.toMatchObject({ code: "not-found" });
  const admin = given.as("admin");
  expect(await readLinks(admin, new Date())).toMatchObject({ everybodys: true, links: [{ id, by: "Luca Lead" }] });
  expect((await readLinks(admin, new Date(Date.now() + 8 * 86_400_000))).links[0]?.state).toBe("expired");
  await revokeLink(admin, { id });
});

test("who may not share makes, lists and takes back nothing, nor does somebody without a user of their own", async () => {
  const manager = { ...lead, roles: ["manager"] as const };
  await expect(share(7, manager)).rejects.toMatchObject({ code: "forbidden" });
  await expect(readLinks(manager, new Date())).rejects.toMatchObject({ code: "forbidden" });
  await expect(revokeLink(manager, { id: randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
  await expect(share(7, { ...lead, userId: null })).rejects.toMatchObject({ code: "forbidden" });
});

test("of more links than a list holds the ones that work are on it, and it says how many there are", async () => {
  const [working, older] = [new Date(Date.now() + 86_400_000), new Date("2020-01-01")];
  const link = { orgId: given.orgId, title: "A link", document: report(), createdBy: lead.userId ?? "" };
  await inTenant(given.orgId, (tx) =>
    tx
      .insert(shareLinks)
      .values([
        { ...link, tokenHash: "the oldest", expiresAt: working, createdAt: older },
        ...Array.from({ length: mostListed }, (_, at) => ({ ...link, tokenHash: `${at}`, expiresAt: older })),
      ]),
  );
  const { links, total } = await readLinks(lead, new Date());
  expect([links.length, total]).toEqual([mostListed, mostListed + 1]);
  expect(links[0]).toMatchObject({ state: "open", createdAt: older.toISOString() });
});

test("a link sent twice is made once: the address that was lost with its answer opens nothing, and one that was opened stays", async () => {
  const asked = { label: "For the board", days: 7, document: report() };
  await expectSentOnce({
    table: shareLinks,
    viewer: lead,
    send: async (viewer, entryId) =>
      makeLink(viewer, { ...asked, ...parseOrThrow(shareInput.pick({ entryId: true }), { entryId }) }),
    answer: (made) => ({ ...(made as object), token: "of its own" }),
  });
  const once = { ...asked, entryId: randomUUID() };
  const lost = await makeLink(lead, once);
  for (const other of [{ days: 8 }, { document: { ...report(), filters: ["North"] } }, { label: "For finance" }]) {
    await expect(makeLink(lead, { ...once, ...other })).rejects.toMatchObject({ code: "conflict" });
  }
  const again = await makeLink(lead, once);
  expect(await openShared(lost.token)).toBeNull();
  expect(await openShared(again.token)).not.toBeNull();
  await expect(makeLink(lead, once)).rejects.toMatchObject({ code: "conflict" });
  expect(await openShared(again.token)).not.toBeNull();
});
