import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SurveyQuestion } from "@/db/schema/surveys";
import { may } from "@/lib/access/policy";
import { readBounds } from "@/lib/access/scope";
import { isIn, readUnitBounds } from "@/lib/access/unit-bounds";
import type { Viewer } from "@/lib/access/viewer";
import { dayOf } from "@/lib/days";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { query } from "@/lib/server/tenant-access";
import { type Instrument, type SurveyState, surveyState } from "@/lib/surveys/survey";
import { readAnswers, readUnits } from "./answers-sql";
import { byUnit, type UnitRow } from "./by-unit";
import type { AnswerRow } from "./figures";
import { type Reach, reachOf } from "./reach";
import { type Summary, summarise } from "./summarise";

/** A link as it may be told of: whether anybody used it is not. */
export type LinkRow = { id: string; mostAnswers: number; madeOn: string; isRevoked: boolean };

export type Survey = {
  id: string;
  title: string;
  introduction: string | null;
  instrument: Instrument;
  initiative: { id: string; title: string; code: string } | null;
  /** Whose people are asked; null: everybody. */
  unit: { id: string; path: string } | null;
  reach: Reach;
  mayEdit: boolean;
  questions: SurveyQuestion[];
  isAnonymous: boolean;
  state: SurveyState;
  opensOn: string;
  closesOn: string | null;
  closedOn: string | null;
  revision: number;
  minimum: number;
  /** Nobody has answered, so the form may still be changed. */
  isUntouched: boolean;
  sharedLinks: LinkRow[];
  /** People with a link of their own, and whether it still works. */
  personal: { people: number; working: number };
  /** People in the figures; null while fewer than the minimum have answered, and where the viewer reaches only units of it. */
  people: number | null;
  /** Somebody has answered who is not in the figures yet. */
  waiting: boolean;
  results: Summary | null;
  /** Null where nobody answered under a name, or more may still come. Only units within the viewer's own. */
  units: UnitRow[] | null;
};

type Found = Omit<
  Survey,
  | "reach"
  | "mayEdit"
  | "state"
  | "minimum"
  | "people"
  | "waiting"
  | "results"
  | "units"
  | "sharedLinks"
  | "personal"
  | "isUntouched"
> & {
  closedAt: string | null;
  unitId: string | null;
  everybody: number;
  invited: number;
  working: number;
};

/**
 * One survey with what was answered, by whole waves of the minimum; of one that asks people beyond the viewer's units, only these units by themselves.
 * Null where this organisation has none of that id, or it reaches nobody they serve.
 */
export const readSurvey = query("survey.read", async (tx, id: string, viewer): Promise<Survey | null> => {
  const { orgId } = viewer;
  const minimum = await readMinimumGroup(tx, orgId);
  const { rows } = await tx.execute<Found>(sql`
    select s.id, s.title, s.introduction, s.instrument, s.questions, s.is_anonymous as "isAnonymous", s.opens_on::text as "opensOn",
      s.closes_on::text as "closesOn", s.closed_at::text as "closedAt", (s.closed_at at time zone 'UTC')::date::text as "closedOn", s.revision,
      case when i.id is not null then json_build_object('id', i.id, 'title', i.title, 'code', i.code) end as initiative,
      s.unit_id as "unitId", case when u.id is not null then json_build_object('id', u.id, 'path', u.path) end as unit,
      (select count(distinct response_id)::int from survey_answers a where a.org_id = s.org_id and a.survey_id = s.id) as everybody,
      l.invited, l.working
    from surveys s
    left join initiatives i on i.org_id = s.org_id and i.id = s.initiative_id
    left join business_units u on u.org_id = s.org_id and u.id = s.unit_id
    cross join lateral (
      select count(distinct person_id)::int as invited, count(distinct person_id) filter (where revoked_at is null)::int as working
      from survey_links l where l.org_id = s.org_id and l.survey_id = s.id and l.person_id is not null
    ) l
    where s.org_id = ${orgId} and s.id = ${id}`);
  const [row] = rows;
  const bounds = await readUnitBounds(tx, viewer, "survey.edit");
  const reach = row ? reachOf(bounds, row.unitId) : null;
  if (!row || !reach) return null;
  const { closedAt, unitId, everybody, invited, working, ...survey } = row;
  const isWhole = reach === "whole";
  const state = surveyState({ ...survey, closedAt }, dayOf(new Date()));
  const answers = await readAnswers(tx, orgId, id);
  const people = new Set(answers.map(({ responseId }) => responseId)).size;
  return {
    ...survey,
    reach,
    mayEdit: may(viewer.roles, "survey.edit") && isIn(bounds.edits, unitId),
    state,
    minimum,
    isUntouched: everybody === 0,
    sharedLinks: isWhole ? await readSharedLinks(tx, orgId, id) : [],
    personal: isWhole ? { people: invited, working } : { people: 0, working: 0 },
    people: isWhole && people > 0 ? people : null,
    waiting: isWhole && everybody > people,
    results: !isWhole || people === 0 ? null : summarise(survey.questions, answers, minimum),
    // While answers come in, a unit before and after one of them could be subtracted.
    units: survey.isAnonymous || state !== "closed" ? null : await readByUnit(tx, viewer, id, answers, minimum),
  };
});

async function readSharedLinks(tx: Tx, orgId: string, id: string): Promise<LinkRow[]> {
  const { rows } = await tx.execute<LinkRow>(sql`
    select id, most_answers as "mostAnswers", (created_at at time zone 'UTC')::date::text as "madeOn", revoked_at is not null as "isRevoked"
    from survey_links where org_id = ${orgId} and survey_id = ${id} and person_id is null order by created_at, id`);
  return rows;
}

async function readByUnit(tx: Tx, viewer: Viewer, id: string, answers: AnswerRow[], minimum: number) {
  const bounds = await readBounds(tx, viewer);
  if (!bounds || bounds.kind === "line") return null;
  const units = await readUnits(tx, viewer.orgId, id);
  if (units.every(({ unitId }) => unitId === null)) return null;
  return byUnit(answers, units, minimum, (unitId) => bounds.kind === "everybody" || bounds.unitIds.includes(unitId));
}
