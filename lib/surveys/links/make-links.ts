import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { surveyLinks, type surveys } from "@/db/schema/surveys";
import { dayOf } from "@/lib/days";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { findEntry, keptOtherwise, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { holdOwnSurvey } from "@/lib/surveys/find-survey";
import {
  mostAnswers,
  type PersonalLinks,
  personalLinksInput,
  type SharedLink,
  sharedLinkInput,
} from "@/lib/surveys/input";
import { surveyState } from "@/lib/surveys/survey";
import { boundsOf, readGroup } from "./groups";
import { newLink } from "./token";

/**
 * Makes a link that anybody may use, good for so many answers; shown this once. The same sent again is one link; because it was lost with the answer, it
 * becomes another one, as long as nobody has answered by it. Throws `not-found`, `forbidden`, and `conflict` on a closed survey.
 */
export const makeSharedLink = command(
  "survey.edit",
  async (tx, raw: Entry<SharedLink>, viewer, trace): Promise<{ link: string }> => {
    const { entryId, ...input } = parseOrThrow(sharedLinkInput, withEntryId(raw));
    requireLive(await holdOwnSurvey(tx, viewer, input.surveyId));
    const { orgId, userId } = viewer;
    const { link, tokenHash } = newLink(orgId);
    const entry = { ...input, id: entryId };
    const kept = await findEntry(tx, viewer, trace, { table: surveyLinks, madeBy: "createdBy", entry });
    if (kept) {
      if (kept.answers > 0 || kept.revokedAt) throw keptOtherwise();
      const own = and(eq(surveyLinks.orgId, orgId), eq(surveyLinks.id, kept.id));
      await tx.update(surveyLinks).set({ tokenHash }).where(own);
      return { link };
    }
    await tx.insert(surveyLinks).values({ ...entry, orgId, tokenHash, createdBy: userId });
    trace.subject = input.surveyId;
    trace.detail = { change: "shared link made", answers: input.mostAnswers };
    return { link };
  },
);

export type Made = { links: { employeeId: string; link: string }[]; hadOne: number };

/**
 * Makes a link for each person of a group, of those the survey asks, who has none that works; each is good for one answer and shown this once.
 * Who answered by a link that was revoked gets one that is used up, so that nobody answers twice and the list tells of nobody who did.
 * Throws `not-found`, `forbidden`, `invalid-input` on an unknown, too small or too large group, and `conflict` on a closed survey.
 */
export const makePersonalLinks = command(
  "survey.edit",
  async (tx, raw: PersonalLinks, viewer, trace): Promise<Made> => {
    const { surveyId, group } = parseOrThrow(personalLinksInput, raw);
    const { orgId, userId } = viewer;
    const survey = await holdOwnSurvey(tx, viewer, surveyId);
    requireLive(survey);
    const people = await readGroup(tx, orgId, await boundsOf(tx, survey.unitId), group);
    if (!people || people.length === 0) throw refused("Nobody of this group is employed today");
    const known = await readKnown(tx, orgId, surveyId);
    const minimum = await readMinimumGroup(tx, orgId);
    if (known.size === 0 && people.length < minimum)
      throw refused(`Choose at least ${minimum} people: answers of fewer are never shown`);
    if (people.length > mostAnswers) throw refused(`At most ${mostAnswers} people at once`);
    const due = people.filter(({ personId }) => !known.get(personId)?.works);
    const made = due.map((person) => ({ ...person, ...newLink(orgId) }));
    await insertAll(tx, { orgId, surveyId, userId }, made, known);
    trace.subject = surveyId;
    trace.detail = { change: "personal links made", links: made.length };
    return {
      links: made.map(({ employeeId, link }) => ({ employeeId, link })),
      hadOne: people.length - made.length,
    };
  },
);

const refused = (message: string) => new DomainError("invalid-input", message, { group: [message] });

function requireLive(survey: typeof surveys.$inferSelect): void {
  if (surveyState(survey, dayOf(new Date())) === "closed")
    throw new DomainError("conflict", "This survey is closed; nobody can answer it any more");
}

type Known = Map<string, { works: boolean; answers: number }>;

async function readKnown(tx: Tx, orgId: string, surveyId: string): Promise<Known> {
  const { rows } = await tx.execute<{ personId: string; works: boolean; answers: number }>(sql`
    select person_id as "personId", bool_or(revoked_at is null) as works, max(answers)::int as answers from survey_links
    where org_id = ${orgId} and survey_id = ${surveyId} and person_id is not null group by 1`);
  return new Map(rows.map((row) => [row.personId, row]));
}

type Place = { orgId: string; surveyId: string; userId: string | null };

async function insertAll(
  tx: Tx,
  { orgId, surveyId, userId }: Place,
  made: readonly { personId: string; tokenHash: string }[],
  known: Known,
): Promise<void> {
  await tx.execute(sql`
    insert into survey_links (org_id, survey_id, token_hash, person_id, most_answers, answers, created_by)
    select ${orgId}::uuid, ${surveyId}::uuid, m.token_hash, m.person_id, 1, m.answers, ${userId}::uuid
    from unnest(${sql.param(made.map(({ tokenHash }) => tokenHash))}::text[],
      ${sql.param(made.map(({ personId }) => personId))}::uuid[],
      ${sql.param(made.map(({ personId }) => known.get(personId)?.answers ?? 0))}::int[]) m (token_hash, person_id, answers)`);
}
