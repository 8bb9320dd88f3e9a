import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { digestSends, digests } from "@/db/schema/sharing";
import { setDisabled } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { digestsForEach, later, monday } from "@/test/given-digests";
import { pauseDigest } from "./change-digest";
import { readDigests } from "./read-digests";
import { saveDigest } from "./save-digest";
import { sendNow } from "./send-now";

const { now: givenNow, input, send } = digestsForEach();
let given: ReturnType<typeof givenNow>;
let lead: Viewer;
beforeEach(() => {
  given = givenNow();
  lead = given.lead;
});
afterAll(closePool);

test("a digest of a week goes out once under two workers, and never again for that week", async () => {
  await given.decide();
  await saveDigest(lead, input());
  expect(await send(later(-1))).toEqual([]);
  const both = await Promise.all([send(), send(), send()]);
  expect(both.flat()).toEqual([{ state: "sent", error: null }]);
  expect(await send(later(60))).toEqual([]);
  expect(given.taken).toHaveLength(1);
  expect(await given.sends()).toMatchObject([{ dueFor: "2031-W48", state: "sent", attempts: 1, error: null }]);
  expect(given.taken[0]?.body.blocks[1]?.text?.text).toContain(
    "To be looked at again since 10 February 2026: Scale the refund course",
  );

  expect(await send(later(7 * 24 * 60))).toEqual([{ state: "sent", error: null }]);
  expect(given.taken).toHaveLength(2);
  // What waits is told again, what was news is not.
  expect(given.taken[0]?.body.blocks[1]?.text?.text).toContain("Decided to scale");
  expect(given.taken[1]?.body.blocks[1]?.text?.text).not.toContain("Decided to scale");
});

test("who stopped between claiming and sending holds it for a quarter of an hour; then it is sent by whoever comes first", async () => {
  await given.decide();
  const { id } = await saveDigest(lead, input());
  const claim = { orgId: given.orgId, digestId: id, dueFor: "2031-W48", attempts: 1, claimedAt: monday };
  await inTenant(given.orgId, (tx) => tx.insert(digestSends).values(claim));
  expect(await send(later(14))).toEqual([]);
  const again = await Promise.all([send(later(15)), send(later(15))]);
  expect(again.flat()).toEqual([{ state: "sent", error: null }]);
  expect(given.taken).toHaveLength(1);
  expect(await given.sends()).toMatchObject([{ state: "sent", attempts: 2 }]);
});

test("who stopped after handing it over is not known to have sent it, and it is not sent again", async () => {
  await given.decide();
  const { id } = await saveDigest(lead, input());
  const claim = { orgId: given.orgId, digestId: id, dueFor: "2031-W48", attempts: 1 };
  await inTenant(given.orgId, (tx) => tx.insert(digestSends).values({ ...claim, claimedAt: monday, sentAt: monday }));
  expect(await send(later(60))).toEqual([]);
  expect(given.taken).toEqual([]);
  const { digests: own } = await readDigests(lead, later(60));
  expect(own[0]?.sends).toMatchObject([{ state: "handed-over" }]);
});

test("what is refused is tried three times, then has failed with its reason", async () => {
  await given.decide();
  await saveDigest(lead, input());
  given.answers.with = () => 503;
  const error = "The webhook refused the message (503)";
  expect(await send()).toEqual([{ state: "later", error }]);
  expect(await send(later(5))).toEqual([]);
  expect(await send(later(15))).toEqual([{ state: "later", error }]);
  expect(await send(later(31))).toEqual([{ state: "failed", error }]);
  expect(await send(later(60))).toEqual([]);
  expect(given.taken).toHaveLength(3);
  const { digests: own } = await readDigests(lead, later(60));
  expect(own[0]?.sends).toMatchObject([{ state: "failed", error, dueFor: "2031-W48" }]);
});

test("a refusal is mended by the next try, and a connection that breaks after the message is not tried again", async () => {
  await given.decide();
  await saveDigest(lead, input());
  given.answers.with = (at) => (at === 1 ? 500 : 200);
  await send();
  expect(await send(later(15))).toEqual([{ state: "sent", error: null }]);
  given.answers.with = () => 0;
  const week = 7 * 24 * 60;
  expect(await send(later(week))).toMatchObject([{ state: "failed", error: expect.stringContaining("not known") }]);
  expect(await send(later(week + 30))).toEqual([]);
  expect(given.taken).toHaveLength(3);
});

test("a gateway that does not know what became of the message leaves it open, and it is not sent again", async () => {
  await given.decide();
  await saveDigest(lead, input());
  for (const [week, status] of [502, 504].entries()) {
    given.answers.with = () => status;
    const due = week * 7 * 24 * 60;
    expect(await send(later(due))).toMatchObject([{ state: "failed", error: expect.stringContaining("did not say") }]);
    expect(await send(later(due + 30))).toEqual([]);
  }
  expect(given.taken).toHaveLength(2);
});

test("a claim that was tried as often as it may be, or is days old, is given up", async () => {
  await given.decide();
  const { id } = await saveDigest(lead, input());
  const held = { orgId: given.orgId, digestId: id, claimedAt: monday };
  await inTenant(given.orgId, (tx) =>
    tx.insert(digestSends).values([
      { ...held, dueFor: "2031-W48", attempts: 3 },
      { ...held, dueFor: "2031-W40", attempts: 1, claimedAt: later(-4 * 24 * 60) },
    ]),
  );
  await send(later(20));
  expect((await given.sends()).map(({ state }) => state)).toEqual(["failed", "failed"]);
  expect(given.taken).toEqual([]);
});

test("nothing goes out in quiet hours, by the clock of the zone; it does when they end", async () => {
  await given.decide();
  await saveDigest(lead, input({ timeZone: "Europe/Berlin", hour: 6, quietFrom: 20, quietTo: 9 }));
  // 06:00 in Berlin is 05:00 in UTC; it is quiet until 08:00 in UTC.
  expect(await send(later(-3 * 60))).toEqual([]);
  expect(await send(later(-1))).toEqual([]);
  const { digests: own } = await readDigests(lead, later(-1));
  expect(own[0]).toMatchObject({ next: monday.toISOString(), waitsForQuiet: true });
  expect(await send()).toEqual([{ state: "sent", error: null }]);
});

test("a monthly one goes out on its day, and one that nobody sent for three days is left out", async () => {
  await given.decide();
  await saveDigest(lead, input({ cadence: "monthly", day: 20 }));
  expect(await send(new Date("2031-11-20T07:59:00Z"))).toEqual([]);
  expect(await send(new Date("2031-11-23T08:01:00Z"))).toEqual([]);
  expect(await send(new Date("2031-12-22T08:00:00Z"))).toMatchObject([{ state: "sent" }]);
  expect((await given.sends()).map(({ dueFor }) => dueFor)).toEqual(["2031-12"]);
});

test("what was due before it was set up does not go out afterwards", async () => {
  await given.decide();
  const { id } = await saveDigest(lead, input());
  await inTenant(given.orgId, (tx) =>
    tx
      .update(digests)
      .set({ createdAt: later(1) })
      .where(eq(digests.id, id)),
  );
  expect(await send(later(2))).toEqual([]);
});

test("a paused one and that of somebody who may not sign in any more stay silent", async () => {
  await given.decide();
  const { id } = await saveDigest(lead, input());
  await pauseDigest(lead, { id, paused: true });
  expect(await send()).toEqual([]);
  await pauseDigest(lead, { id, paused: false });
  await setDisabled(given.as("admin"), { userId: lead.userId ?? "", disabled: true });
  expect(await send()).toEqual([]);
  await setDisabled(given.as("admin"), { userId: lead.userId ?? "", disabled: false });
  expect(await send(later(5))).toEqual([{ state: "sent", error: null }]);
});

test("where there is nothing to say nothing is sent, unless it is asked for, three times a day", async () => {
  const { id } = await saveDigest(lead, input());
  expect(await send()).toEqual([{ state: "nothing_new", error: null }]);
  expect(given.taken).toEqual([]);
  for (const _ of [1, 2, 3]) expect(await sendNow(lead, { id })).toEqual({ state: "sent", error: null });
  await expect(sendNow(lead, { id })).rejects.toMatchObject({ code: "conflict" });
  expect(given.taken).toHaveLength(3);
});

test("one that is asked for does not take its news from the next, and is not tried again where it fails", async () => {
  await given.decide();
  const { id } = await saveDigest(lead, input());
  given.answers.with = () => 500;
  expect(await sendNow(lead, { id })).toMatchObject({ state: "failed" });
  given.answers.with = () => 200;
  await sendNow(lead, { id });
  await send();
  expect(given.taken[2]?.body.blocks[1]?.text?.text).toContain("Decided to scale");
  expect(given.taken).toHaveLength(3);
});
