import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { nudges } from "@/db/schema/development";
import { evidenceRules } from "@/db/schema/evidence";
import { behaviours } from "@/db/schema/taxonomy";
import { dayOf } from "@/lib/days";
import { defaultRules } from "@/lib/evidence/rules";
import { inTenant } from "@/lib/server/tenant-access";
import { givenObserved } from "@/test/given-observed";
import { readLately } from "./read-lately";
import { readBehavioursOf, readLine } from "./read-line";
import { readRound } from "./read-round";
import { recordObservation } from "./record";
import { noteReminderSeen, readReminder } from "./reminders/read-reminder";
import { remindObserver, remindObservers } from "./reminders/remind";
import { skipObservation } from "./skip";

test("the round asks a manager about their own people and what their role asks for, and stays the same all day", async () => {
  const { who, observation } = await givenObserved();
  const manager = who("manager", "m1");
  const round = await readRound(manager, null);
  expect(round).toMatchObject({ reports: 3, sitting: 6, week: { used: 0, budget: 30 } });
  expect(round?.cards).toHaveLength(9);
  const first = round?.cards.slice(0, 3) ?? [];
  expect(first.map((card) => card.people[0]?.name).sort()).toEqual(["Ada Able", "Ben Best", "Cyd Calm"]);

  const [card, skipped] = first;
  const of = (one: typeof card) => ({ people: [one?.people[0]?.id ?? ""], behaviourId: one?.behaviourId ?? "" });
  await recordObservation(manager, { ...observation("m1", "a"), ...of(card) });
  const skip = { ...observation("m1", "a"), ...of(skipped), why: "not_there" as const, on: dayOf(new Date()) };
  await skipObservation(manager, skip);
  const after = await readRound(manager, null);
  expect(after?.cards.map(({ key }) => key)).toEqual(round?.cards.map(({ key }) => key));
  expect(after?.cards.slice(0, 3).map(({ answered }) => answered)).toEqual(["rated", "skipped", null]);
  expect(after?.week.used).toBe(2);
  expect((await readLately(manager, null)).entries).toMatchObject([{ level: 3, mendable: true }]);
  expect((await readLately(manager, null)).rounds).toMatchObject([{ people: 1, ratings: 1, skips: 1 }]);
  expect((await readLately(who("manager", "m2"), null)).entries).toEqual([]);
});

test("the week's budget is never passed, whatever was answered without being asked", async () => {
  const { orgId, who, observation, id } = await givenObserved();
  const rules = { ...defaultRules, asking: { ...defaultRules.asking, minutesPerWeek: 1 } };
  await inTenant(orgId, (tx) => tx.insert(evidenceRules).values({ orgId, version: 1, rules, why: "less time" }));
  const manager = who("manager", "m1");
  expect((await readRound(manager, null))?.cards).toHaveLength(3);
  const round = await readRound(manager, null);
  const asked = new Set(round?.cards.map((card) => `${card.people[0]?.id} ${card.behaviourId}`));
  const all = ["a", "b", "c"].flatMap((name) =>
    ["Names the file before storing it", "Checks the date twice", "Lets the caller finish"].map((what) => [name, what]),
  );
  const [name, what] = all.find(([n, w]) => !asked.has(`${id(n ?? "")} ${id(w ?? "")}`)) ?? [];
  await recordObservation(manager, observation("m1", name ?? "", { behaviourId: id(what ?? "") }));
  const after = await readRound(manager, null);
  expect(after?.week).toMatchObject({ used: 1, budget: 3 });
  expect(after?.cards.filter((card) => card.answered === null)).toHaveLength(2);
  const head = who("manager", "head");
  await recordObservation(head, observation("head", "a"));
  expect((await readRound(head, null))?.week.used).toBe(1);
});

test("retired behaviours, those managers cannot see, struck ratings and other lines stay out; a team is asked about once", async () => {
  const { orgId, who, id, observation } = await givenObserved();
  const set = (name: string, values: Partial<typeof behaviours.$inferInsert>) =>
    inTenant(orgId, (tx) =>
      tx
        .update(behaviours)
        .set(values)
        .where(eq(behaviours.id, id(name))),
    );
  await set("Checks the date twice", { retiredAt: new Date() });
  await set("Lets the caller finish", { seenBy: ["system"] });
  await set("Names the file before storing it", { ofTeam: true });
  const manager = who("manager", "m1");
  const round = await readRound(manager, null);
  expect(round?.cards).toMatchObject([{ team: "Crew", people: [{}, {}, {}] }]);
  await inTenant(orgId, (tx) =>
    tx.execute(sql`
      insert into observations (org_id, person_id, observation_id, observed_at, behaviour_id, level, source, rater_id, struck_at)
      select ${orgId}, p, 'x' || p, now() - interval '2 days', ${id("Names the file before storing it")}, 3, 'manager', ${id("m1")}, now()
      from unnest(array[${id("a")}, ${id("b")}, ${id("c")}]::uuid[]) p`),
  );
  expect((await readRound(manager, null))?.cards).toHaveLength(1);
  await inTenant(orgId, (tx) => tx.execute(sql`update observations set struck_at = null`));
  expect((await readRound(manager, null))?.cards).toHaveLength(0);
  expect((await readRound(who("manager", "m2"), null))?.cards).toMatchObject([{ people: [{ name: "Zoe Zest" }] }]);
  expect(observation).toBeDefined();
});

test("somebody else of the line can be chosen, nobody outside it", async () => {
  const { who, id, as } = await givenObserved();
  const head = who("manager", "head");
  expect((await readLine(head, "")).map(({ name }) => name).slice(0, 2)).toEqual(["Milo Two", "Mona One"]);
  expect(await readLine(head, "zoe")).toMatchObject([{ id: id("z") }]);
  expect((await readBehavioursOf(head, id("z")))?.behaviours).toHaveLength(3);
  const manager = who("manager", "m1");
  expect(await readLine(manager, "zoe")).toEqual([]);
  expect(await readBehavioursOf(manager, id("z"))).toBeNull();
  expect(await readBehavioursOf(manager, (await givenObserved()).id("a"))).toBeNull();
  expect(await readRound(as("manager"), null)).toBeNull();
  for (const role of ["admin", "ld_lead", "hrbp", "executive", "employee", "finance", "auditor"] as const) {
    for (const read of [readRound, readLately, readReminder]) {
      await expect(read(who(role, "m1"), null), role).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(readLine(who(role, "m1"), ""), role).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("a reminder is sent once a week, outside quiet hours, and not when nothing is due", async () => {
  const { orgId, who, id } = await givenObserved();
  const manager = who("manager", "m1");
  const observer = { orgId, userId: manager.userId ?? "", personId: id("m1") };
  const remind = (now: Date) => inTenant(orgId, (tx) => remindObserver(tx, observer, now));
  const friday = new Date("2026-11-13T19:00:00Z");
  expect(await remind(friday)).toBe(true);
  expect(await remind(new Date("2026-11-16T06:00:00Z"))).toBe(false);
  const [nudge] = await inTenant(orgId, (tx) => tx.select().from(nudges));
  expect(nudge).toMatchObject({ personId: id("m1"), kind: "reminder", showFrom: new Date("2026-11-16T08:00:00Z") });
  expect(nudge?.text).toMatch(/^9 observations are due/);
  expect(await remind(new Date("2026-11-21T06:00:00Z"))).toBe(true);
  // Both are due: whoever has seen the newer one is not shown what the older one said.
  await inTenant(orgId, (tx) =>
    tx.execute(sql`update nudges set show_from = now() - (timestamptz '2026-11-25' - show_from) / 4`),
  );
  const clock = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
  const rules = (version: number, from: string, until: string) =>
    inTenant(orgId, (tx) =>
      tx.insert(evidenceRules).values({
        orgId,
        version,
        rules: { ...defaultRules, quiet: { from, until, days: [], timeZone: "UTC" } },
        why: "test",
      }),
    );
  await rules(1, clock(-1), clock(1));
  expect(await readReminder(manager, null), "waits while it is quiet").toBeNull();
  await rules(2, clock(1), clock(2));
  const due = await readReminder(manager, null);
  expect(due?.text).toMatch(/are due/);
  await noteReminderSeen(manager, due?.id ?? "");
  expect(await readReminder(manager, null)).toBeNull();
  await inTenant(orgId, (tx) =>
    tx.execute(sql`update nudges set seen_at = null, show_from = now() - interval '8 days'`),
  );
  expect(await readReminder(manager, null), "says nothing of another week").toBeNull();
  const boss = { orgId, userId: who("manager", "head").userId ?? "", personId: id("a") };
  expect(await inTenant(orgId, (tx) => remindObserver(tx, boss, friday))).toBe(false);
});

test("a manager whose round cannot be read does not keep the others from their reminder", async () => {
  const { orgId, who, id } = await givenObserved();
  const observer = { orgId, userId: who("manager", "m1").userId ?? "", personId: id("m1") };
  const rows = [{ ...observer, userId: "nobody" }, observer];
  await expect(remindObservers(null, { query: async () => ({ rows }) as never })).rejects.toThrow(
    /could not be reminded/,
  );
  expect(await inTenant(orgId, (tx) => tx.$count(nudges))).toBe(1);
});
