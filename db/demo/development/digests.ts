import { and, asc, eq, isNull } from "drizzle-orm";
import { memberships, type RoleName, users } from "@/db/schema/access";
import { demoSignIns } from "@/lib/access/demo-sign-ins";
import { readViewer } from "@/lib/access/read-viewer";
import { saveDigest } from "@/lib/digests/save-digest";
import type { SectionId } from "@/lib/digests/sections";
import { inTenant } from "@/lib/server/tenant-access";

type Wanted = { role: RoleName; cadence: "weekly" | "monthly"; day: number; hour: number; sections: SectionId[] };

/** Who wants to be told what, and when; by e-mail, to addresses nobody has. */
const wanted: readonly Wanted[] = [
  { role: "executive", cadence: "monthly", day: 3, hour: 7, sections: ["money", "decisions"] },
  { role: "hrbp", cadence: "weekly", day: 1, hour: 8, sections: ["scorecard"] },
  { role: "ld_lead", cadence: "weekly", day: 1, hour: 9, sections: ["verdicts", "reviews"] },
  { role: "manager", cadence: "weekly", day: 2, hour: 8, sections: ["team"] },
];

/** A digest for a user of each of these roles, through the command they would use. Returns how many. */
export async function addDigests(orgId: string): Promise<number> {
  let added = 0;
  for (const { role, ...digest } of wanted) {
    const email = demoSignIns.find((one) => one.role === role)?.email ?? "";
    const [user] = await inTenant(orgId, (tx) =>
      tx
        .select({ id: users.id })
        .from(users)
        .innerJoin(memberships, and(eq(memberships.orgId, users.orgId), eq(memberships.userId, users.id)))
        .where(and(eq(users.email, email), eq(memberships.role, role), isNull(users.disabledAt)))
        .orderBy(asc(users.createdAt)),
    );
    const viewer = user && (await readViewer(orgId, user.id));
    if (!viewer) continue;
    const where = { id: null, revision: null, channel: "email", webhook: null } as const;
    await saveDigest(viewer, { ...where, ...digest, timeZone: "Europe/Berlin", quietFrom: 20, quietTo: 7 });
    added += 1;
  }
  return added;
}
