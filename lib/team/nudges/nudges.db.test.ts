import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { evidenceRules } from "@/db/schema/evidence";
import { defaultRules, type EvidenceRules } from "@/lib/evidence/rules";
import { afterQuietHours } from "@/lib/observe/quiet-hours";
import { inTenant } from "@/lib/server/tenant-access";
import { readOwnDevelopment } from "@/lib/team/read-own-development";
import { readSupportPage } from "@/lib/team/read-support-page";
import { type GivenTeam, givenTeam } from "@/test/given-team";
import { finishNudge } from "./finish-nudge";
import { readNudgeEffect } from "./read-nudge-effect";
import { sendNudge } from "./send-nudge";

afterAll(closePool);

async function givenRules(given: GivenTeam, rules: Partial<EvidenceRules>) {
  await inTenant(given.orgId, (tx) =>
    tx
      .insert(evidenceRules)
      .values({ orgId: given.orgId, version: 1, rules: { ...defaultRules, ...rules }, why: "test" }),
  );
}
const loud = { from: "00:00", until: "00:00", days: [], timeZone: "UTC" };
const shown = { nudging: { perPersonPerWeek: 2, holdOutShare: 0 }, quiet: loud };
const words = (personId: string, text: string) => ({ personId, kind: "praise" as const, text, skillId: null });

test("a nudge reaches the person, who marks it as done; the sender is told neither", async () => {
  const given = await givenTeam();
  await givenRules(given, shown);
  const [cleo, ann] = [await given.user("C", "manager"), await given.user("a", "employee")];
  await sendNudge(cleo, { ...words(given.idOf("a"), "That was good work"), skillId: given.idOf("refunds") });

  const [nudge] = (await readOwnDevelopment(ann, null))?.nudges ?? [];
  expect(nudge).toMatchObject({ text: "That was good work", skill: "refunds", from: "C signs in", doneAt: null });
  await finishNudge(ann, { id: nudge?.id ?? "" });
  await finishNudge(ann, { id: nudge?.id ?? "" });
  expect((await readOwnDevelopment(ann, null))?.nudges[0]?.doneAt).toBeInstanceOf(Date);

  const sent = (await readSupportPage(cleo, "direct"))?.nudges;
  expect(sent).toMatchObject([{ person: "Ann", text: "That was good work", by: "C signs in" }]);
  expect(Object.keys(sent?.[0] ?? {}).toSorted()).toEqual([
    "by",
    "id",
    "kind",
    "person",
    "personId",
    "sentAt",
    "skill",
    "text",
  ]);
});

test("the week's budget is the person's, whoever sends; two at once do not overdraw it, and words are sent once", async () => {
  const given = await givenTeam();
  await givenRules(given, shown);
  const [cleo, tara] = [await given.user("C", "manager"), await given.user("T", "manager")];
  const ann = given.idOf("a");
  await sendNudge(cleo, words(ann, "First words"));
  await expect(sendNudge(tara, words(ann, "First words"))).rejects.toMatchObject({ code: "conflict" });
  const both = await Promise.allSettled([sendNudge(cleo, words(ann, "Second")), sendNudge(tara, words(ann, "Third"))]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(sendNudge(cleo, words(given.idOf("b"), "First words"))).resolves.toBeDefined();
});

test("outside one's line nobody is there to be nudged, and an unknown skill is refused", async () => {
  const given = await givenTeam();
  await givenRules(given, shown);
  const cleo = await given.user("C", "manager");
  for (const name of ["d", "T", "C", "x"]) {
    await expect(sendNudge(cleo, words(given.idOf(name), "Hello there"))).rejects.toMatchObject({ code: "not-found" });
  }
  await expect(
    sendNudge(cleo, { ...words(given.idOf("a"), "Hello there"), skillId: given.idOf("a") }),
  ).rejects.toMatchObject({ fields: { skillId: expect.any(Array) } });
  await expect(sendNudge(given.as("ld_lead"), words(given.idOf("a"), "Hello"))).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("quiet hours hold a nudge back until they end", async () => {
  const given = await givenTeam();
  const now = new Date();
  const inAnHour = new Date(now.getTime() + 3_600_000);
  const clock = (at: Date) => at.toISOString().slice(11, 16);
  const quiet = { from: clock(new Date(now.getTime() - 3_600_000)), until: clock(inAnHour), days: [], timeZone: "UTC" };
  await givenRules(given, { nudging: shown.nudging, quiet });
  const [cleo, ann] = [await given.user("C", "manager"), await given.user("a", "employee")];
  const { showFrom } = await sendNudge(cleo, words(given.idOf("a"), "Not before breakfast"));
  expect(showFrom).toEqual(afterQuietHours(now, quiet));
  expect((await readOwnDevelopment(ann, null))?.nudges).toEqual([]);
});

test("a held-out nudge is never shown, costs budget like any other, and cannot be marked as done", async () => {
  const given = await givenTeam();
  await givenRules(given, { nudging: { perPersonPerWeek: 1, holdOutShare: 1 }, quiet: loud });
  const [cleo, ann] = [await given.user("C", "manager"), await given.user("a", "employee")];
  await sendNudge(cleo, words(given.idOf("a"), "Held back by lot"));
  expect((await readOwnDevelopment(ann, null))?.nudges).toEqual([]);
  await expect(sendNudge(cleo, words(given.idOf("a"), "Another"))).rejects.toMatchObject({ code: "conflict" });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string; held: boolean; seen: boolean }>(
      sql`select id, held_out as held, seen_at is not null as seen from nudges`,
    ),
  );
  expect(rows).toMatchObject([{ held: true, seen: false }]);
  await expect(finishNudge(ann, { id: rows[0]?.id ?? "" })).rejects.toMatchObject({ code: "not-found" });
  const { rows: traces } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ detail: Record<string, unknown> }>(sql`select detail from audit_log where action = 'nudge.send'`),
  );
  expect(traces.map(({ detail }) => Object.keys(detail).toSorted())).toEqual([["kind", "nudge"]]);
});

test("the effect is one row per person and week from its first nudge, and too early under twenty on a side", async () => {
  const given = await givenTeam(["o1,a,Asks why,4,manager,{28},,,C", "o2,b,Asks why,4,manager,{28},,,C"]);
  const nudge = (name: string, days: number, heldOut: boolean) =>
    inTenant(given.orgId, (tx) =>
      tx.execute(sql`
        insert into nudges (org_id, person_id, kind, text, sent_by, created_at, show_from, held_out)
        values (${given.orgId}, ${given.idOf(name)}, 'praise', ${`${days}`}, ${given.userId}, now() - make_interval(days => ${days}),
          now() - make_interval(days => ${days}), ${heldOut})`),
    );
  await nudge("a", 30, false);
  await nudge("b", 30, true);
  await nudge("c", 3, false);
  const effect = await inTenant(given.orgId, (tx) => readNudgeEffect(tx, given.orgId, 0.1, 5));
  expect(effect).toEqual({ kind: "too-early", followed: 2, least: 20, people: 5 });
});
