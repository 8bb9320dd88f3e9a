import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SurveyQuestion } from "@/db/schema/surveys";
import { minimumPeople } from "@/lib/access/privacy";
import { dayOf } from "@/lib/days";
import { inTenant } from "@/lib/server/tenant-access";
import { readLink } from "@/lib/surveys/links/token";
import { type Instrument, surveyState } from "@/lib/surveys/survey";
import { isWithinLimit } from "./answer-limit";

/** What somebody with a link to an open survey is asked, and what becomes of it. */
export type Form = {
  organisation: string;
  title: string;
  introduction: string | null;
  instrument: Instrument;
  /** The title of what it asks about; null: no initiative. */
  initiative: string | null;
  questions: SurveyQuestion[];
  revision: number;
  /** Answers are stored with the person's name: a personal link of a survey that is not anonymous. */
  named: boolean;
  minimum: number;
  closesOn: string | null;
};

/** Why a link leads to no form. What it was for is not told. */
export type Refusal = "unknown" | "revoked" | "planned" | "closed" | "answered" | "full" | "too-many";

export type LinkFound = {
  surveyId: string;
  personId: string | null;
  isRevoked: boolean;
  isUsed: boolean;
  opensOn: string;
  closesOn: string | null;
  closedAt: string | null;
};

/** The link of this hash and when its survey is open; undefined where there is none. Part of a transaction in its organisation. */
export async function findLink(tx: Tx, tokenHash: string): Promise<LinkFound | undefined> {
  const { rows } = await tx.execute<LinkFound>(sql`
    select l.survey_id as "surveyId", l.person_id as "personId", l.revoked_at is not null as "isRevoked", l.answers >= l.most_answers as "isUsed",
      s.opens_on::text as "opensOn", s.closes_on::text as "closesOn", s.closed_at::text as "closedAt"
    from survey_links l join surveys s on s.org_id = l.org_id and s.id = l.survey_id where l.token_hash = ${tokenHash}`);
  return rows[0];
}

/** Why nobody can answer by this link now; null where they can. */
export function refusalOf(link: LinkFound | undefined): Refusal | null {
  if (!link) return "unknown";
  if (link.isRevoked) return "revoked";
  if (link.isUsed && link.personId !== null) return "answered";
  const state = surveyState(link, dayOf(new Date()));
  if (state !== "open") return state;
  return link.isUsed ? "full" : null;
}

/** The form behind a link, for whoever holds the link: nobody is signed in here. */
export async function readForm(link: string, address: string): Promise<Form | Refusal> {
  if (!isWithinLimit("open", address)) return "too-many";
  const known = readLink(link);
  const found = known && (await inTenant(known.orgId, (tx) => read(tx, known.tokenHash)));
  if (!found || found === "unknown") return isWithinLimit("unknown", address) ? "unknown" : "too-many";
  return found;
}

async function read(tx: Tx, tokenHash: string): Promise<Form | Refusal> {
  const link = await findLink(tx, tokenHash);
  const refusal = refusalOf(link);
  if (!link || refusal) return refusal ?? "unknown";
  const { rows } = await tx.execute<Omit<Form, "named"> & { isAnonymous: boolean }>(sql`
    select o.name as organisation, s.title, s.introduction, s.instrument, i.title as initiative, s.questions, s.revision,
      s.is_anonymous as "isAnonymous", o.minimum_group_size as minimum, s.closes_on::text as "closesOn"
    from surveys s join organisations o on o.id = s.org_id
    left join initiatives i on i.org_id = s.org_id and i.id = s.initiative_id where s.id = ${link.surveyId}`);
  const [row] = rows;
  if (!row) return "unknown";
  const { isAnonymous, ...form } = row;
  return { ...form, named: !isAnonymous && link.personId !== null, minimum: minimumPeople(form.minimum) };
}
