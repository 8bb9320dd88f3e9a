import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { DomainError } from "@/lib/errors";

/** Throws `not-found` unless this organisation has the initiative; explorations have no case. */
export async function requireInitiative(tx: Tx, orgId: string, id: string) {
  const [found] = await tx
    .select({ id: initiatives.id, code: initiatives.code, period: initiatives.period })
    .from(initiatives)
    .where(and(eq(initiatives.orgId, orgId), eq(initiatives.id, id), isNull(initiatives.explores)));
  if (!found) throw new DomainError("not-found", "This initiative is not there any more");
  return found;
}
