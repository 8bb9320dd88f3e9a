import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { resolveScope } from "@/lib/access/scope";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { periodOf } from "@/lib/metrics/period";
import { inTenant } from "@/lib/server/tenant-access";
import { readOwnDevelopment } from "@/lib/team/read-own-development";
import { readSupportPage } from "@/lib/team/read-support-page";
import { logSupport } from "@/lib/team/support-log/log-support";
import { removeSupport } from "@/lib/team/support-log/remove-support";
import { givenData } from "@/test/factory";
import { givenTeam } from "@/test/given-team";
import { readBySupport } from "./read-by-support";

afterAll(closePool);

const today = () => new Date().toISOString().slice(0, 10);

test("what a manager logs is seen by the person and counts for the manager's own level", async () => {
  const given = await givenTeam();
  const [cleo, ann] = [await given.user("C", "manager"), await given.user("a", "employee")];
  const action = {
    personId: given.idOf("a"),
    kind: "coaching" as const,
    doneOn: today(),
    skillId: given.idOf("refunds"),
    note: null,
  };
  expect((await readSupportPage(cleo, "direct"))?.own).toMatchObject({ actions: 0, level: "none" });
  const { id } = await logSupport(cleo, action);
  await expect(logSupport(cleo, action)).rejects.toMatchObject({ code: "conflict" });
  const other = { ...action, personId: given.idOf("b"), kind: "modelling" as const };
  const twice = await Promise.allSettled([logSupport(cleo, other), logSupport(cleo, other), logSupport(cleo, other)]);
  expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const done of twice)
    if (done.status === "fulfilled") await removeSupport(cleo, { personId: other.personId, id: done.value.id });

  const page = await readSupportPage(cleo, "direct");
  expect(page?.support).toMatchObject([{ person: "Ann", kind: "coaching", skill: "refunds" }]);
  // One action, three reports over three months: 0.11 each a month.
  expect(page?.own).toMatchObject({ actions: 1, level: "some" });
  expect((await readOwnDevelopment(ann, null))?.support).toMatchObject([{ kind: "coaching", by: "C signs in" }]);

  const tara = await given.user("T", "manager");
  await expect(removeSupport(tara, { personId: action.personId, id })).rejects.toMatchObject({ code: "not-found" });
  await removeSupport(cleo, { personId: action.personId, id });
  expect((await readSupportPage(cleo, "direct"))?.support).toEqual([]);
});

test("nothing is logged for somebody outside the line, for a day to come or one long past", async () => {
  const given = await givenTeam();
  const cleo = await given.user("C", "manager");
  const action = { personId: given.idOf("a"), kind: "modelling" as const, doneOn: today(), skillId: null, note: null };
  await expect(logSupport(cleo, { ...action, personId: given.idOf("d") })).rejects.toMatchObject({ code: "not-found" });
  for (const doneOn of ["2099-01-01", "2020-01-01"]) {
    await expect(logSupport(cleo, { ...action, doneOn })).rejects.toMatchObject({
      fields: { doneOn: expect.any(Array) },
    });
  }
  await expect(logSupport(given.as("hrbp"), action)).rejects.toMatchObject({ code: "forbidden" });
});

/**
 * One head, six coaches with five reports each. p and q coach regularly, r and s a little, t and u not at all. In the first quarter of 2026
 * everybody of p and q used learning, two of five of r and s, nobody else.
 */
async function givenCoaches() {
  const people = ["employee_id,role,manager_id,hire_date", "H,head,,2020-01-01"];
  const events = ["event_id,employee_id,activity,verb,at"];
  for (const coach of ["p", "q", "r", "s", "t", "u"]) {
    people.push(`${coach},coach,H,2020-01-01`);
    for (let i = 0; i < 5; i += 1) {
      people.push(`${coach}${i},clerk,${coach},2020-01-01`);
      const uses = coach === "p" || coach === "q" || ((coach === "r" || coach === "s") && i < 2);
      if (uses) events.push(`${coach}${i},${coach}${i},tip,accessed,2026-02-0${i + 1}T09:00:00Z`);
    }
  }
  events.push("after,u0,tip,accessed,2026-05-01T09:00:00Z");
  const given = await givenData({
    "people.csv": `${people.join("\n")}\n`,
    "learning_events.csv": `${events.join("\n")}\n`,
  });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`select employee_id as name, id::text from people`),
  );
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? "";
  const act = (coach: string, times: number) =>
    inTenant(given.orgId, (tx) =>
      tx.execute(sql`
        insert into manager_actions (org_id, person_id, kind, done_on, manager_id, logged_by)
        select ${given.orgId}, ${idOf(`${coach}0`)}, 'coaching', '2026-02-10', ${idOf(coach)}, ${given.userId} from generate_series(1, ${times})`),
    );
  // 5 reports over 90 days are 14.8 person-months: 7.4 actions are regular.
  for (const coach of ["p", "q"]) await act(coach, 8);
  for (const coach of ["r", "s"]) await act(coach, 2);
  const { id } = await createUser(given.as("admin"), {
    email: `head-${given.slug}@example.com`,
    name: "Head",
    password: "correct horse battery",
    roles: [{ role: "manager" }],
    employeeId: "H",
  });
  const head: Viewer = { ...given.as("manager", { personId: idOf("H") }), userId: id };
  const read = (minimum: number) =>
    inTenant(given.orgId, async (tx) => {
      const scope = await resolveScope(tx, { kind: "line", personId: idOf("H") }, { kind: "line" });
      if (!scope) throw new Error("no line");
      return readBySupport(tx, { viewer: head, scope, period: periodOf("2026-02-01", "quarter"), minimum });
    });
  return { given, act, read };
}

test("engagement by how much managers did: the line of a head, by level, with intervals", async () => {
  const { read } = await givenCoaches();
  const groups = await read(5);
  // The head logged nothing for the six coaches, who did not use anything: with t's and u's ten reports they are 16 people of three managers.
  expect(groups.map(({ level, people, managers, engaged }) => [level, people, managers, engaged?.value])).toEqual([
    ["none", 16, 3, 0],
    ["some", 10, 2, 0.4],
    ["regular", 10, 2, 1],
  ]);
  expect(groups[1]?.engaged?.interval?.[0]).toBeGreaterThan(0.1);
});

test("a level of a single manager is withheld, and so is the next one, so that the rest does not tell", async () => {
  const { read, act } = await givenCoaches();
  // s supports regularly now: r alone is left with some.
  await act("s", 6);
  const groups = await read(5);
  expect(groups.map(({ level, withheld, people }) => [level, withheld, people])).toEqual([
    ["none", false, 16],
    ["some", true, null],
    ["regular", true, null],
  ]);
});
