import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { surveys } from "@/db/schema/surveys";
import { isIn, isSeen, readUnitBounds } from "@/lib/access/unit-bounds";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";

export const ownSurvey = (orgId: string, id: string) => and(eq(surveys.orgId, orgId), eq(surveys.id, id));

/** The survey, held until the transaction ends. Throws `not-found`. */
export async function holdSurvey(tx: Tx, orgId: string, id: string) {
  const [found] = await tx.select().from(surveys).where(ownSurvey(orgId, id)).for("update");
  if (!found) throw gone();
  return found;
}

const gone = () => new DomainError("not-found", "This survey is not there any more");

/** As `holdSurvey`, for whoever may change it. Throws `not-found` where the viewer sees none of that id, `forbidden` where it asks people beyond their units. */
export async function holdOwnSurvey(tx: Tx, viewer: Viewer, id: string) {
  const found = await holdSurvey(tx, viewer.orgId, id);
  const bounds = await readUnitBounds(tx, viewer, "survey.edit");
  if (!isSeen(bounds, found.unitId)) throw gone();
  if (!isIn(bounds.edits, found.unitId)) {
    throw new DomainError(
      "forbidden",
      "This survey asks people beyond the units you serve. Ask a learning lead to change it",
    );
  }
  return found;
}

/** As `holdOwnSurvey`, as it was when the form was opened. Throws `conflict` where somebody has changed it since. */
export async function holdUnchanged(tx: Tx, viewer: Viewer, { id, revision }: { id: string; revision: number }) {
  const found = await holdOwnSurvey(tx, viewer, id);
  if (found.revision !== revision) {
    throw new DomainError(
      "conflict",
      "Somebody has changed this survey since you opened it. Nothing was saved; look again",
    );
  }
  return found;
}
