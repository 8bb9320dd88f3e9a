import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { memberships, type RoleName, users } from "@/db/schema/access";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { mostFound } from "./choosable";
import { findForAssumption, findForLog, findForProgramme, findForRevision, findForSkill } from "./find-users";
import { isChoosable } from "./is-choosable";

afterAll(closePool);

let given: GivenOrganisation;
beforeEach(async () => {
  given = await givenOrganisation();
  await given.take({
    "people.csv":
      "employee_id,role,unit,team,site\nE1,Team lead,Co / A,Refunds,Lyon\nE2,Team lead,Co / A,Claims,Lyon\nE3,Team lead,Co / A,Claims,Lyon\n",
  });
});

type Given = { name: string; employeeId?: string; role?: RoleName; isOut?: boolean; email?: string };

async function user({ name, employeeId, role = "manager", isOut = false, email = `${randomUUID()}@x.example` }: Given) {
  const { orgId } = given;
  const userId = randomUUID();
  await inTenant(orgId, async (tx) => {
    await tx.insert(users).values({
      orgId,
      id: userId,
      name,
      email,
      disabledAt: isOut ? new Date() : null,
      personId: employeeId ? sql`(select id from people where employee_id = ${employeeId})` : null,
    });
    await tx.insert(memberships).values({ orgId, userId, role });
  });
  return userId;
}
const lead = () => given.as("ld_lead");
const named = async (words: string) => (await findForProgramme(lead(), words)).people.map(({ name }) => name);

test("people of one name are told apart by where they work, and by their address where that is the same, never by an id", async () => {
  const [refunds, claims, twin, without] = [
    await user({ name: "Anna Berg", employeeId: "E1" }),
    await user({ name: "Anna Berg", employeeId: "E2", email: "anna@x.example" }),
    await user({ name: "Anna Berg", employeeId: "E3", email: "anna.berg@x.example" }),
    await user({ name: "Anna Berg", role: "ld_lead" }),
  ];
  const { people, more } = await findForProgramme(lead(), "anna");
  expect(more).toBe(false);
  expect(new Map(people.map(({ id, hint }) => [id, hint]))).toEqual(
    new Map([
      [refunds, "Team lead, Refunds, Lyon"],
      [claims, "Team lead, Claims, Lyon, anna@x.example"],
      [twin, "Team lead, Claims, Lyon, anna.berg@x.example"],
      [without, "L&D lead"],
    ]),
  );
  expect(new Set(people.map(({ hint }) => hint)).size).toBe(4);
  expect((await findForProgramme(lead(), "ANNA lyon refunds")).people.map(({ id }) => id)).toEqual([refunds]);
});

test("who cannot answer for it is not offered: by role, who is kept out, and nobody of another organisation", async () => {
  const manager = await user({ name: "Mia Manager" });
  const finance = await user({ name: "Mia Finance", role: "finance" });
  const gone = await user({ name: "Mia Gone", isOut: true });
  await user({ name: "Mia Employee", role: "employee" });
  expect(await named("mia")).toEqual(["Mia Manager"]);
  const forMoney = await findForAssumption(given.as("finance"), "mia");
  expect(forMoney.people.map(({ name }) => name)).toEqual(["Mia Finance", "Mia Manager"]);
  expect((await findForLog(given.as("auditor"), "mia")).people).toHaveLength(4);

  const other = await givenOrganisation();
  for (const find of [findForProgramme, findForRevision, findForSkill, findForAssumption, findForLog])
    expect(await find(other.as("admin"), "mia")).toEqual({ people: [], more: false });
  const asked = (to: "programme" | "assumption", id: string, orgId = given.orgId) =>
    inTenant(orgId, (tx) => isChoosable(tx, orgId, to, id));
  expect(await asked("programme", manager)).toBe(true);
  expect(await asked("programme", finance)).toBe(false);
  expect(await asked("assumption", finance)).toBe(true);
  expect(await asked("programme", gone)).toBe(false);
  expect(await asked("programme", manager, other.orgId)).toBe(false);
});

test("whoever has nobody to choose is told of nobody", async () => {
  await user({ name: "Mia Manager" });
  const refused = { code: "forbidden" };
  for (const role of ["manager", "employee", "executive", "hrbp", "auditor"] as const)
    for (const find of [findForProgramme, findForRevision, findForSkill, findForAssumption])
      await expect(find(given.as(role), "")).rejects.toMatchObject(refused);
  await expect(findForProgramme(given.as("finance"), "")).rejects.toMatchObject(refused);
  await expect(findForLog(lead(), "")).rejects.toMatchObject(refused);
});

test("of many the first are listed with that there are more, names that begin so before others, and marks are no wildcards", async () => {
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`
      with added as (
        insert into users (org_id, email, name) select ${given.orgId}, ${given.orgId} || n || '@x.example', 'Name ' || lpad(n::text, 5, '0')
        from generate_series(1, 2001) n returning id
      ) insert into memberships (org_id, user_id, role) select ${given.orgId}, id, 'manager' from added`),
  );
  await user({ name: "Zoe 02001" });
  await user({ name: "02001 Ida" });
  const all = await findForProgramme(lead(), "");
  expect([all.people.length, all.more]).toEqual([mostFound, true]);
  expect(await named("02001")).toEqual(["02001 Ida", "Name 02001", "Zoe 02001"]);
  expect(await named("%")).toEqual([]);
  expect(await named("_")).toEqual([]);
});
