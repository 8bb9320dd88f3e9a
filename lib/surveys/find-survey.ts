import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { surveys } from "@/db/schema/surveys";
import { DomainError } from "@/lib/errors";

export const ownSurvey = (orgId: string, id: string) => and(eq(surveys.orgId, orgId), eq(surveys.id, id));

/** The survey, held until the transaction ends. Throws `not-found`. */
export async function holdSurvey(tx: Tx, orgId: string, id: string) {
  const [found] = await tx.select().from(surveys).where(ownSurvey(orgId, id)).for("update");
  if (!found) throw new DomainError("not-found", "This survey is not there any more");
  return found;
}

/** As `holdSurvey`, as it was when the form was opened. Throws `conflict` where somebody has changed it since. */
export async function holdUnchanged(tx: Tx, orgId: string, { id, revision }: { id: string; revision: number }) {
  const found = await holdSurvey(tx, orgId, id);
  if (found.revision !== revision) {
    throw new DomainError(
      "conflict",
      "Somebody has changed this survey since you opened it. Nothing was saved; look again",
    );
  }
  return found;
}
