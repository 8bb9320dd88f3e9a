import "server-only";
import { sql } from "drizzle-orm";
import { isReleased } from "@/lib/access/released-answers";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { dayOf } from "@/lib/observe/week";
import { query } from "@/lib/server/tenant-access";
import { type Instrument, type SurveyState, surveyState } from "@/lib/surveys/survey";

export type SurveyRow = {
  id: string;
  title: string;
  instrument: Instrument;
  initiative: string | null;
  state: SurveyState;
  isAnonymous: boolean;
  /** Days of UTC. */
  opensOn: string;
  closesOn: string | null;
  closedOn: string | null;
  /** People whose answers are shown, by whole waves; null under the minimum. */
  people: number | null;
  /** More have answered than are shown, or fewer than the minimum have. */
  waiting: boolean;
  /** People sent a link of their own; null where anybody could use a shared one, or nobody was sent any. */
  invited: number | null;
  /** There is a link anybody could use. */
  isShared: boolean;
};

export type SurveyList = { minimum: number; surveys: SurveyRow[] };

type Found = Omit<SurveyRow, "state" | "people" | "invited" | "isShared"> & {
  closedAt: string | null;
  people: number;
  all: number;
  invited: number;
  shared: number;
};

/** Every survey of the organisation, open ones first; a number of answers only by whole waves of the minimum. */
export const readSurveys = query("survey.read", async (tx, _: null, { orgId }): Promise<SurveyList> => {
  const minimum = await readMinimumGroup(tx, orgId);
  const { rows } = await tx.execute<Found>(sql`
    with answered as (
      select survey_id, count(distinct response_id)::int as all,
        count(distinct response_id) filter (where ${isReleased(orgId)})::int as people
      from survey_answers where org_id = ${orgId} and survey_id is not null group by 1
    ), asked as (
      select survey_id, count(distinct person_id)::int as invited, count(*) filter (where person_id is null)::int as shared
      from survey_links where org_id = ${orgId} group by 1
    )
    select s.id, s.title, s.instrument, i.title as initiative, s.is_anonymous as "isAnonymous", s.opens_on::text as "opensOn",
      s.closes_on::text as "closesOn", s.closed_at::text as "closedAt", (s.closed_at at time zone 'UTC')::date::text as "closedOn",
      coalesce(a.people, 0) as people, coalesce(a.all, 0) as all, coalesce(l.invited, 0) as invited, coalesce(l.shared, 0) as shared
    from surveys s
    left join initiatives i on i.org_id = s.org_id and i.id = s.initiative_id
    left join answered a on a.survey_id = s.id
    left join asked l on l.survey_id = s.id
    where s.org_id = ${orgId} order by s.opens_on desc, s.title, s.id`);
  const today = dayOf(new Date());
  const order: SurveyState[] = ["open", "planned", "closed"];
  const surveys = rows.map(
    ({ closedAt, all, people, invited, shared, ...row }): SurveyRow => ({
      ...row,
      state: surveyState({ ...row, closedAt }, today),
      people: people === 0 ? null : people,
      waiting: all > people,
      invited: shared > 0 || invited === 0 ? null : invited,
      isShared: shared > 0,
    }),
  );
  return { minimum, surveys: surveys.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)) };
});
