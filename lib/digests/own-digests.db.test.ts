import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { digestSends, digests } from "@/db/schema/sharing";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { digestsForEach, later, monday } from "@/test/given-digests";
import { pauseDigest, removeDigest } from "./change-digest";
import { openDigest } from "./open-digest";
import { readDigests } from "./read-digests";
import { readPreview } from "./read-preview";
import { saveDigest } from "./save-digest";
import { sendDigestsOf } from "./send-digests";
import { sendNow } from "./send-now";
import { sealWebhook } from "./transports/sealed-webhook";

const { now: givenNow, input, send } = digestsForEach();
let given: ReturnType<typeof givenNow>;
let lead: Viewer;
beforeEach(() => {
  given = givenNow();
  lead = given.lead;
});
afterAll(closePool);

test("the sections are those the user may read when it is sent, each as that role has them", async () => {
  await given.decide();
  const { id } = await saveDigest(lead, input({ sections: ["decisions", "verdicts", "reviews"] }));
  expect((await readPreview(lead, id))?.sections.map((section) => section.id)).toEqual([
    "decisions",
    "verdicts",
    "reviews",
  ]);
  const manager = { ...lead, roles: ["manager"] as const };
  expect((await readPreview(manager, id))?.sections).toEqual([]);

  const someManager = await given.newUser("manager");
  expect(await readDigests(someManager, monday)).toMatchObject({ offered: ["scorecard", "team"], first: ["team"] });
  await expect(saveDigest(someManager, input({ sections: ["money"] }))).rejects.toMatchObject({
    fields: { sections: ["Your role does not include one of these"] },
  });
  expect(await readDigests(await given.newUser("executive"), monday)).toMatchObject({ first: ["money", "decisions"] });
});

test("what was typed wrongly is refused by its field, and an employee has no digest", async () => {
  const faults = [
    [input({ day: 9 }), "day"],
    [input({ sections: [] }), "sections"],
    [input({ webhook: null }), "webhook"],
    [input({ timeZone: "Mars/Olympus" }), "timeZone"],
  ] as const;
  for (const [one, field] of faults)
    await expect(saveDigest(lead, one)).rejects.toMatchObject({ fields: { [field]: [expect.any(String)] } });
  await expect(saveDigest(await given.newUser("employee"), input())).rejects.toMatchObject({ code: "forbidden" });
  await expect(readDigests(given.as("auditor"), monday)).rejects.toMatchObject({ code: "forbidden" });
});

test("of two changes of one digest the second is refused, a second one to the same place is refused, six are enough", async () => {
  const { id } = await saveDigest(lead, input());
  const change = (hour: number) => saveDigest(lead, input({ id, revision: 1, hour, webhook: null }));
  const both = await Promise.allSettled([change(9), change(10)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(change(11)).rejects.toMatchObject({ code: "conflict" });
  await expect(saveDigest(lead, input())).rejects.toMatchObject({ code: "conflict" });
  for (const nth of [1, 2, 3, 4, 5]) await saveDigest(lead, input({ webhook: `${given.address}${nth}` }));
  await expect(saveDigest(lead, input({ webhook: `${given.address}6` }))).rejects.toMatchObject({ code: "conflict" });
});

test("a webhook's address stays inside: not on the page, not in the log, and changed only by another one", async () => {
  const { id } = await saveDigest(lead, input());
  await saveDigest(lead, input({ id, revision: 1, webhook: null }));
  const desk = await readDigests(lead, monday);
  expect(desk.digests[0]?.to).toMatch(/^127\.0\.0\.1:\d+ … 9f3a$/);
  expect(JSON.stringify(desk)).not.toContain("secret");
  const log = await inTenant(given.orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.subject, id)));
  expect(log.map(({ action, detail }) => [action, detail])).toEqual([
    ["digest.edit", { change: "set up", channel: "slack", cadence: "weekly" }],
    ["digest.edit", { change: "changed", channel: "slack", cadence: "weekly" }],
  ]);
  await given.decide();
  await send();
  expect(given.taken.map(({ path }) => path)).toEqual(["/services/T0/B0/secret-part-9f3a"]);
});

test("what is stored of a webhook is sealed for its organisation, and says so where the key is another", async () => {
  await given.decide();
  const { id } = await saveDigest(lead, input());
  const stored = async () =>
    (await inTenant(given.orgId, (tx) => tx.select().from(digests).where(eq(digests.id, id))))[0]?.webhook ?? "";
  const sealed = await stored();
  expect(sealed).toMatch(/^v1\.[\w-]+$/);
  expect(Buffer.from(sealed.slice(3), "base64url").toString("latin1")).not.toContain("secret");
  await saveDigest(lead, input({ id, revision: 1, webhook: null, hour: 9 }));
  expect(await stored()).toBe(sealed);

  vi.stubEnv("THROUGHLINE_SECRET", "another server's");
  const [own] = (await readDigests(lead, monday)).digests;
  expect(own).toMatchObject({ to: "an address that does not open", cannot: expect.stringContaining("another key") });
  expect(await sendNow(lead, { id })).toMatchObject({ state: "failed", error: own?.cannot });
  await expect(saveDigest(lead, input({ id, revision: 2, webhook: null }))).rejects.toMatchObject({
    fields: { webhook: [own?.cannot] },
  });
  await saveDigest(lead, input({ id, revision: 2 }));
  expect(await sendNow(lead, { id })).toMatchObject({ state: "sent" });
  expect(given.taken.map(({ path }) => path)).toEqual(["/services/T0/B0/secret-part-9f3a"]);
});

test("only hosts on the internet are called", async () => {
  vi.stubEnv("DIGEST_ALLOW_LOCAL", "");
  const refused = [
    given.address,
    "https://127.0.0.1/x",
    "https://[::1]/x",
    "https://router/x",
    "https://10.0.0.8/x",
    "https://u:p@hooks.slack.com/x",
    "not an address",
    "https://hooks.example.com/a\0b",
    "https://hooks.example.com/a\nb",
  ];
  for (const webhook of refused)
    await expect(saveDigest(lead, input({ webhook }))).rejects.toMatchObject({
      fields: { webhook: [expect.any(String)] },
    });

  // One that was kept when it was allowed is not called afterwards.
  await given.decide();
  const { id } = await saveDigest(lead, input({ webhook: "https://hooks.example.com/x" }));
  await inTenant(given.orgId, (tx) =>
    tx
      .update(digests)
      .set({ webhook: sealWebhook(given.orgId, given.address) })
      .where(eq(digests.id, id)),
  );
  expect(await sendNow(lead, { id })).toEqual({ state: "failed", error: "The address begins with https://" });
  expect(given.taken).toEqual([]);
});

test("its link marks a digest as opened, for its own user only, and leads nowhere else", async () => {
  await given.decide();
  await saveDigest(lead, input());
  await send();
  const [row] = await given.sends();
  const sendId = row?.id ?? "";
  const other = await given.newUser("ld_lead");
  expect(await openDigest(other, { sendId, to: "/decisions" })).toBeNull();
  expect((await given.sends())[0]?.openedAt).toBeNull();
  expect(await openDigest(lead, { sendId, to: "https://elsewhere.example" })).toBe("/me/digests");
  expect(await openDigest(lead, { sendId, to: "/decisions" })).toBe("/decisions");
  const { digests: own } = await readDigests(lead, later(1));
  expect(own[0]?.sends[0]?.openedAt).toEqual(expect.any(String));
  const { userId } = lead;
  expect(await openDigest({ ...(await givenOrganisation()).as("admin"), userId }, { sendId, to: "/" })).toBeNull();
});

test("three that nobody opened are flagged, until one is", async () => {
  await given.decide();
  await saveDigest(lead, input());
  const week = 7 * 24 * 60;
  for (const nth of [0, 1, 2]) await send(later(nth * week));
  const now = () => new Date(Date.now() + 2 * 86_400_000);
  expect((await readDigests(lead, now())).digests[0]?.unopened).toBe(true);
  const sendId = (await given.sends())[2]?.id ?? "";
  await openDigest(lead, { sendId, to: "/" });
  expect((await readDigests(lead, now())).digests[0]?.unopened).toBe(false);
});

test("somebody else's digest and another organisation's are not there", async () => {
  const { id } = await saveDigest(lead, input());
  const theirs = await givenOrganisation();
  for (const viewer of [await given.newUser("ld_lead"), { ...theirs.as("admin"), userId: lead.userId }]) {
    expect((await readDigests(viewer, monday)).digests).toEqual([]);
    expect(await readPreview(viewer, id)).toBeNull();
    for (const change of [
      () => saveDigest(viewer, input({ id, revision: 1 })),
      () => pauseDigest(viewer, { id, paused: true }),
      () => removeDigest(viewer, { id }),
      () => sendNow(viewer, { id }),
    ])
      await expect(change()).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await sendDigestsOf(theirs.orgId, monday)).toEqual([]);
  await removeDigest(lead, { id });
  expect((await readDigests(lead, monday)).digests).toEqual([]);
});

test("what one digest has sent every day does not push out what another one sent before", async () => {
  const seldom = await saveDigest(lead, input());
  const often = await saveDigest(
    lead,
    input({ channel: "teams", webhook: "https://example.webhook.office.com/often" }),
  );
  const sent = (digestId: string, days: number) => {
    const at = later(-days * 24 * 60);
    return {
      orgId: given.orgId,
      digestId,
      dueFor: `${digestId} ${days}`,
      claimedAt: at,
      sentAt: at,
      state: "sent" as const,
    };
  };
  await inTenant(given.orgId, (tx) =>
    tx
      .insert(digestSends)
      .values([sent(seldom.id, 100), ...Array.from({ length: 70 }, (_, days) => sent(often.id, days + 1))]),
  );
  const { digests: own } = await readDigests(lead, monday);
  expect(own.find(({ id }) => id === seldom.id)?.sends.map(({ dueFor }) => dueFor)).toEqual([`${seldom.id} 100`]);
  expect(own.find(({ id }) => id === often.id)?.sends).toHaveLength(30);
});
