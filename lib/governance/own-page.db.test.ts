import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { people } from "@/db/schema/people";
import { createUser } from "@/lib/access/users";
import { inTenant, leaveTrace } from "@/lib/server/tenant-access";
import { givenData, givenOrganisation } from "@/test/factory";
import { readOwnPage } from "./read-own-page";

afterAll(closePool);

const files = {
  "people.csv":
    "employee_id,name,unit,role,hire_date\nE1,Emil,Service,Agent,2022-05-01\nE2,Bea,Service,Agent,2021-01-01\n",
  "learning_events.csv":
    "event_id,employee_id,at,activity,verb\nl1,E1,2026-03-02T09:00:00Z,refunds,completed\nl2,E1,2026-03-04T09:00:00Z,refunds,experienced\nl3,E2,2026-03-04T09:00:00Z,refunds,completed\n",
};

async function givenEmployee() {
  const organisation = await givenData(files);
  const personIdOf = async (employeeId: string) => {
    const [person] = await inTenant(organisation.orgId, (tx) =>
      tx.select({ id: people.id }).from(people).where(eq(people.employeeId, employeeId)),
    );
    return person?.id ?? "";
  };
  const { id } = await createUser(organisation.as("admin"), {
    email: `emil-${randomUUID()}@example.com`,
    name: "Emil",
    password: "correct horse battery",
    roles: [{ role: "employee" }],
    employeeId: "E1",
  });
  const personId = await personIdOf("E1");
  return { ...organisation, personIdOf, viewer: { ...organisation.as("employee", { personId }), userId: id } };
}

test("a person sees what is stored about them and nothing about a colleague", async () => {
  const { viewer } = await givenEmployee();
  const page = await readOwnPage(viewer, null);

  expect(page?.record).toMatchObject({ employeeId: "E1", name: "Emil", hireDate: "2022-05-01" });
  expect(page?.record?.places).toMatchObject([{ from: "2022-05-01", until: null, unit: "Service", role: "Agent" }]);
  expect(page?.record?.learning.count).toBe(2);
  expect(page?.record?.learning.latest.map(({ verb }) => verb)).toEqual(["experienced", "completed"]);
  expect(page?.record?.observations).toEqual({ count: 0, latest: [] });
});

test("a person sees who looked at them, by name, and not who looked at a colleague", async () => {
  const { viewer, orgId, personIdOf } = await givenEmployee();
  const look = (subject: string) =>
    inTenant(orgId, (tx) => leaveTrace(tx, { orgId, userId: viewer.userId }, "person.read", { subject }));
  await look(viewer.personId ?? "");
  await look(await personIdOf("E2"));

  const page = await readOwnPage(viewer, null);
  expect(page?.looks.map(({ action, actor }) => [action, actor])).toEqual([
    ["person.read", "Emil"],
    ["user.manage", null],
  ]);
});

test("somebody without an employee record sees their access and no record", async () => {
  const { as } = await givenOrganisation();
  const { id } = await createUser(as("admin"), {
    email: `aino-${randomUUID()}@example.com`,
    name: "Aino",
    password: "correct horse battery",
    roles: [{ role: "auditor" }],
  });
  const page = await readOwnPage({ ...as("auditor"), userId: id }, null);
  expect(page).toMatchObject({ user: { name: "Aino", roles: ["Auditor"] }, record: null });
});

test("a person of another organisation is nobody here", async () => {
  const theirs = await givenEmployee();
  const { as } = await givenOrganisation();
  const viewer = { ...as("employee", { personId: theirs.viewer.personId ?? "" }), userId: theirs.viewer.userId };
  expect(await readOwnPage(viewer, null)).toBeNull();
});

test("somebody without any role may not ask", async () => {
  const { as } = await givenOrganisation();
  await expect(readOwnPage(as([]), null)).rejects.toMatchObject({ code: "forbidden" });
});
