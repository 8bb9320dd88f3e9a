import "server-only";
import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { memberships, users } from "@/db/schema/access";
import { people } from "@/db/schema/people";
import { businessUnits } from "@/db/schema/structure";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { hashPassword } from "./password";
import { type CreateUser, createUserInput, type SetDisabled, type SetRoles, setRolesInput } from "./user-input";

type HeldRole = SetRoles["roles"][number];

/** Adds somebody who may sign in. Throws `invalid-input` on a weak password or an unknown unit or person, `conflict` on a taken address. */
export const createUser = command(
  "user.manage",
  async (tx, raw: z.input<typeof createUserInput>, viewer, trace): Promise<{ id: string }> => {
    const input: CreateUser = parseOrThrow(createUserInput, raw);
    const personId = await findPerson(tx, input);
    const [user] = await tx
      .insert(users)
      .values({
        orgId: viewer.orgId,
        email: input.email.toLowerCase(),
        name: input.name,
        passwordHash: await hashPassword(input.password),
        personId,
      })
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (!user) {
      throw new DomainError("conflict", "This e-mail address cannot be used", { email: ["Choose another address"] });
    }
    await giveRoles(tx, viewer.orgId, user.id, input.roles);
    trace.subject = user.id;
    trace.detail = { change: "created", roles: input.roles };
    return user;
  },
);

/** Replaces the roles of a user. Throws `conflict` when nobody would be left to administer. */
export const setRoles = command("user.manage", async (tx, raw: SetRoles, viewer, trace): Promise<void> => {
  const input = parseOrThrow(setRolesInput, raw);
  await requireUser(tx, input.userId);
  if (!input.roles.some(({ role }) => role === "admin")) await requireOtherAdmin(tx, input.userId);
  await tx.delete(memberships).where(eq(memberships.userId, input.userId));
  await giveRoles(tx, viewer.orgId, input.userId, input.roles);
  trace.subject = input.userId;
  trace.detail = { change: "roles", roles: input.roles };
});

/** Lets a user in again or keeps them out, from their next click on. */
export const setDisabled = command(
  "user.manage",
  async (tx, { userId, disabled }: SetDisabled, _viewer, trace): Promise<void> => {
    await requireUser(tx, userId);
    if (disabled) await requireOtherAdmin(tx, userId);
    await tx
      .update(users)
      .set({ disabledAt: disabled ? new Date() : null })
      .where(eq(users.id, userId));
    trace.subject = userId;
    trace.detail = { change: disabled ? "disabled" : "enabled" };
  },
);

async function giveRoles(tx: Tx, orgId: string, userId: string, roles: readonly HeldRole[]) {
  const units = [...new Set(roles.flatMap(({ unitId }) => unitId ?? []))];
  const known = units.length === 0 ? [] : await tx.select().from(businessUnits).where(inArray(businessUnits.id, units));
  if (known.length < units.length) {
    throw new DomainError("invalid-input", "One of the units does not exist", { roles: ["Choose a unit of the list"] });
  }
  await tx
    .insert(memberships)
    .values(roles.map(({ role, unitId }) => ({ orgId, userId, role, unitId: unitId ?? null })))
    .onConflictDoNothing();
}

async function requireUser(tx: Tx, userId: string) {
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
  if (!user) throw new DomainError("not-found", "This user no longer exists");
}

async function findPerson(tx: Tx, { personId, employeeId }: Pick<CreateUser, "personId" | "employeeId">) {
  if (!personId && !employeeId) return null;
  const named = personId ? eq(people.id, personId) : eq(people.employeeId, employeeId ?? "");
  const [person] = await tx.select({ id: people.id }).from(people).where(named);
  if (person) return person.id;
  throw new DomainError("invalid-input", "This person does not exist", {
    [personId ? "personId" : "employeeId"]: ["Nobody has this employee ID"],
  });
}

/** Locks the administrators, so that two of them cannot remove each other at the same moment. */
async function requireOtherAdmin(tx: Tx, userId: string) {
  const [self] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.role, "admin")));
  if (!self) return;
  const others = await tx
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, and(eq(users.orgId, memberships.orgId), eq(users.id, memberships.userId)))
    .where(and(eq(memberships.role, "admin"), ne(users.id, userId), isNull(users.disabledAt)))
    .for("update");
  if (others.length === 0) {
    throw new DomainError("conflict", "This is the last administrator. Make somebody else one first.");
  }
}
