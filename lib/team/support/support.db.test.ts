import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { readOwnDevelopment } from "@/lib/team/read-own-development";
import { readSupportPage } from "@/lib/team/read-support-page";
import { logSupport } from "@/lib/team/support-log/log-support";
import { removeSupport } from "@/lib/team/support-log/remove-support";
import { givenCoaches } from "@/test/given-coaches";
import { givenTeam } from "@/test/given-team";

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
