import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog, memberships, roleNames, users } from "@/db/schema/access";
import { businessUnits } from "@/db/schema/structure";
import { createOrganisation } from "@/lib/governance/create-organisation";
import { inTenant } from "@/lib/server/tenant-access";
import { checkSignIn, tooManyTries } from "./check-sign-in";
import { readViewer } from "./read-viewer";
import { createUser, setDisabled, setRoles } from "./users";
import type { Viewer } from "./viewer";

const password = "correct horse battery";

async function givenAdmin() {
  const { orgId } = await createOrganisation({ slug: `org-${randomUUID()}`, name: "Acme" });
  const founder: Viewer = { orgId, userId: null, roles: ["admin"], units: [], personId: null };
  const email = `ada-${randomUUID()}@example.com`;
  const { id } = await createUser(founder, { email, name: "Ada Admin", password, roles: [{ role: "admin" }] });
  return { orgId, email, id, viewer: { ...founder, userId: id } };
}

const newcomer = () => ({
  email: `Bo-${randomUUID()}@Example.com`,
  name: "Bo Newcomer",
  password,
  roles: [{ role: "executive" as const }],
});

test("a new user can sign in, whatever the case of their address, and holds their roles", async () => {
  const { viewer, orgId } = await givenAdmin();
  const bo = newcomer();
  const { id } = await createUser(viewer, bo);

  expect(await checkSignIn({ email: bo.email.toUpperCase(), password, address: "10.0.0.1" })).toEqual({ id, orgId });
  expect(await readViewer(orgId, id)).toEqual({ orgId, userId: id, personId: null, roles: ["executive"], units: [] });
});

test("a wrong password and an unknown address get the same answer, and both are stopped after five tries", async () => {
  const { email } = await givenAdmin();
  for (const who of [email, `nobody-${randomUUID()}@example.com`]) {
    const attempt = { email: who, password: "not the password", address: "10.0.0.2" };
    for (let tries = 0; tries < 5; tries++) expect(await checkSignIn(attempt)).toBeNull();
    await expect(checkSignIn({ ...attempt, password })).rejects.toThrow(tooManyTries);
  }
});

test("a unit-bound role carries its unit into the viewer", async () => {
  const { viewer, orgId } = await givenAdmin();
  const [unit] = await inTenant(orgId, (tx) =>
    tx.insert(businessUnits).values({ orgId, name: "Service", path: "Service" }).returning({ id: businessUnits.id }),
  );
  const unitId = unit?.id ?? "";
  const { id } = await createUser(viewer, { ...newcomer(), roles: [{ role: "hrbp", unitId }, { role: "employee" }] });

  const seen = await readViewer(orgId, id);
  expect(seen?.units).toEqual([unitId]);
  expect(new Set(seen?.roles)).toEqual(new Set(["hrbp", "employee"]));
});

test("a unit of another organisation does not exist", async () => {
  const theirs = await givenAdmin();
  const [unit] = await inTenant(theirs.orgId, (tx) =>
    tx.insert(businessUnits).values({ orgId: theirs.orgId, name: "X", path: "X" }).returning({ id: businessUnits.id }),
  );
  const { viewer } = await givenAdmin();
  const roles = [{ role: "hrbp" as const, unitId: unit?.id ?? "" }];
  await expect(createUser(viewer, { ...newcomer(), roles })).rejects.toMatchObject({ code: "invalid-input" });
});

test.each(roleNames.filter((role) => role !== "admin"))("%s may not manage users", async (role) => {
  const { viewer, id } = await givenAdmin();
  const other: Viewer = { ...viewer, roles: [role] };
  await expect(createUser(other, newcomer())).rejects.toMatchObject({ code: "forbidden" });
  await expect(setRoles(other, { userId: id, roles: [{ role: "admin" }] })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(setDisabled(other, { userId: id, disabled: true })).rejects.toMatchObject({ code: "forbidden" });
});

test("an address that is taken, here or elsewhere, is a conflict and leaves nothing behind", async () => {
  const [ours, theirs] = await Promise.all([givenAdmin(), givenAdmin()]);
  for (const email of [ours.email, theirs.email]) {
    await expect(createUser(ours.viewer, { ...newcomer(), email })).rejects.toMatchObject({ code: "conflict" });
  }
  expect(await inTenant(ours.orgId, (tx) => tx.select().from(users))).toHaveLength(1);
});

test("a user of another organisation does not exist, and is not changed", async () => {
  const [ours, theirs] = await Promise.all([givenAdmin(), givenAdmin()]);
  const change = { userId: theirs.id, roles: [{ role: "employee" as const }] };
  await expect(setRoles(ours.viewer, change)).rejects.toMatchObject({ code: "not-found" });
  await expect(setDisabled(ours.viewer, { userId: theirs.id, disabled: true })).rejects.toMatchObject({
    code: "not-found",
  });
  expect((await readViewer(theirs.orgId, theirs.id))?.roles).toEqual(["admin"]);
  expect(await readViewer(ours.orgId, theirs.id)).toBeNull();
});

test("roles are replaced, not added, and the change is in the audit log", async () => {
  const { viewer, orgId } = await givenAdmin();
  const { id } = await createUser(viewer, newcomer());
  await setRoles(viewer, { userId: id, roles: [{ role: "finance" }, { role: "auditor" }] });

  const held = await inTenant(orgId, (tx) => tx.select().from(memberships).where(eq(memberships.userId, id)));
  expect(held.map(({ role }) => role).sort()).toEqual(["auditor", "finance"]);
  const traces = await inTenant(orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.subject, id)));
  expect(traces.map(({ detail }) => detail.change).sort()).toEqual(["created", "roles"]);
  expect(traces.every(({ actorId, action }) => actorId === viewer.userId && action === "user.manage")).toBe(true);
});

test("the last administrator stays one; a second one frees the first", async () => {
  const { viewer, id, orgId } = await givenAdmin();
  const demotion = { userId: id, roles: [{ role: "employee" as const }] };
  await expect(setRoles(viewer, demotion)).rejects.toMatchObject({ code: "conflict" });
  await expect(setDisabled(viewer, { userId: id, disabled: true })).rejects.toMatchObject({ code: "conflict" });

  await createUser(viewer, { ...newcomer(), roles: [{ role: "admin" }] });
  await setRoles(viewer, demotion);
  expect((await readViewer(orgId, id))?.roles).toEqual(["employee"]);
});

test("a disabled user is nobody at once, and can be let in again", async () => {
  const { viewer, orgId } = await givenAdmin();
  const bo = newcomer();
  const { id } = await createUser(viewer, bo);
  await setDisabled(viewer, { userId: id, disabled: true });
  expect(await readViewer(orgId, id)).toBeNull();
  expect(await checkSignIn({ email: bo.email, password, address: "10.0.0.3" })).toBeNull();
  await setDisabled(viewer, { userId: id, disabled: false });
  expect(await readViewer(orgId, id)).not.toBeNull();
});

test.each([
  ["too short", "short"],
  ["one character", "aaaaaaaaaaaaaa"],
  ["the own name", "newcomer1234"],
])("a password that is %s is refused beside its field", async (_why, weak) => {
  const { viewer } = await givenAdmin();
  await expect(createUser(viewer, { ...newcomer(), password: weak })).rejects.toMatchObject({
    code: "invalid-input",
    fields: { password: [expect.any(String)] },
  });
});

test("two organisations cannot share a short name", async () => {
  const slug = `org-${randomUUID()}`;
  await createOrganisation({ slug, name: "One" });
  await expect(createOrganisation({ slug, name: "Two" })).rejects.toMatchObject({ code: "conflict" });
});
