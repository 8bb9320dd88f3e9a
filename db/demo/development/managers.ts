import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RoleName } from "@/db/schema/access";
import { memberships, users } from "@/db/schema/access";
import { identities } from "@/db/schema/people";

/** Everybody who has reports today and cannot sign in yet becomes a user without a password: what they did bears their name. */
export async function addManagers(tx: Tx, orgId: string): Promise<void> {
  await tx.execute(sql`
    with managers as (
      insert into users (org_id, email, name, person_id)
      select ${orgId}, i.value, coalesce(p.name, p.employee_id), p.id
      from people p join identities i on i.org_id = p.org_id and i.person_id = p.id and i.kind = 'email'
      where p.org_id = ${orgId}
        and p.id in (select manager_id from employments where org_id = ${orgId} and ends_on is null)
        and p.id not in (select person_id from users where org_id = ${orgId} and person_id is not null)
      on conflict do nothing returning id
    )
    insert into memberships (org_id, user_id, role) select ${orgId}, id, 'manager' from managers`);
}

/** One person of the people file as a user without a password. */
export async function addUserOf(
  tx: Tx,
  orgId: string,
  { name, email, role }: { name: string; email: string; role: RoleName },
): Promise<string> {
  const known = await tx
    .select({ personId: identities.personId })
    .from(identities)
    .where(and(eq(identities.orgId, orgId), eq(identities.kind, "email"), eq(identities.value, email.toLowerCase())));
  const [user] = await tx
    .insert(users)
    .values({ orgId, email: email.toLowerCase(), name, personId: known[0]?.personId ?? null })
    .returning({ id: users.id });
  if (!user) throw new Error(`${email} was not added`);
  await tx.insert(memberships).values({ orgId, userId: user.id, role });
  return user.id;
}
