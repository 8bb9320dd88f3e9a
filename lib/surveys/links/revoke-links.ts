import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { surveyLinks } from "@/db/schema/surveys";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { holdOwnSurvey } from "@/lib/surveys/find-survey";
import { type RevokeLinks, revokeLinksInput } from "@/lib/surveys/input";

/** Takes a shared link, or all personal ones, back: who opens one is told so. Answers stay. Throws `not-found`, `forbidden`, `conflict` where none works any more. */
export const revokeLinks = command("survey.edit", async (tx, raw: RevokeLinks, viewer, trace): Promise<void> => {
  const { surveyId, which } = parseOrThrow(revokeLinksInput, raw);
  await holdOwnSurvey(tx, viewer, surveyId);
  const revoked = await tx
    .update(surveyLinks)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(surveyLinks.orgId, viewer.orgId),
        eq(surveyLinks.surveyId, surveyId),
        isNull(surveyLinks.revokedAt),
        which === "personal" ? isNotNull(surveyLinks.personId) : eq(surveyLinks.id, which),
      ),
    )
    .returning({ id: surveyLinks.id });
  if (revoked.length === 0) throw new DomainError("conflict", "Nothing is left to revoke here");
  trace.subject = surveyId;
  trace.detail = { change: "links revoked", links: revoked.length };
});
