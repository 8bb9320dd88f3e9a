import { randomUUID } from "node:crypto";
import { desc } from "drizzle-orm";
import { auditLog } from "@/db/schema/access";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { buildCases } from "@/lib/roi/case/build-cases";
import { inTenant } from "@/lib/server/tenant-access";
import { givenCaseStudy } from "./given-case-study";

const roles = ["ld_lead", "finance", "executive"] as const;
type Role = (typeof roles)[number];
export type CaseDesks = Awaited<ReturnType<typeof givenCaseDesks>>;

/** An evaluated initiative with people who work on its case, and another organisation with one of its own. */
export async function givenCaseDesks() {
  const [study, other] = [await givenCaseStudy(), await givenCaseStudy({ evaluated: false })];
  const userIds: Record<Role, string> = { ld_lead: "", finance: "", executive: "" };
  for (const role of roles) {
    const { id } = await createUser(study.as("admin"), {
      email: `${randomUUID()}@example.com`,
      name: `Some ${role}`,
      password: "correct horse battery",
      roles: [{ role }],
    });
    userIds[role] = id;
  }
  const stranger: Viewer = { ...other.as("admin"), userId: randomUUID() };
  return {
    study,
    other,
    userIds,
    as: (role: Role): Viewer => ({ ...study.as(role), userId: userIds[role] }),
    /** An administrator of the other organisation. */
    stranger,
    /** The newest row of the audit log. */
    newest: () =>
      inTenant(study.orgId, async (tx) => {
        const [row] = await tx.select().from(auditLog).orderBy(desc(auditLog.at), desc(auditLog.id)).limit(1);
        return row;
      }),
    /** The case as it stands. */
    built: async () => {
      const [one] = await inTenant(study.orgId, (tx) => buildCases(tx, study.orgId, [study.initiativeId]));
      if (!one) throw new Error("The case was not built");
      return one;
    },
  };
}
