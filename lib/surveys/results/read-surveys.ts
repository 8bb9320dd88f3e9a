import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { isReleased } from "@/lib/access/released-answers";
import { readUnitBounds, type UnitBounds } from "@/lib/access/unit-bounds";
import { dayOf } from "@/lib/days";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { mostListed } from "@/lib/most-listed";
import { query } from "@/lib/server/tenant-access";
import { type Instrument, type SurveyState, surveyState } from "@/lib/surveys/survey";
import { reachOf } from "./reach";

export type SurveyRow = {
  id: string;
  title: string;
  instrument: Instrument;
  initiative: string | null;
  /** The path of the unit whose people are asked; null: everybody. */
  unit: string | null;
  /** It asks people beyond the viewer's units, so nothing of its answers is told here. */
  isBeyond: boolean;
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

/** `total`: how many there are beside the ones listed. */
export type SurveyList = { minimum: number; total: number; surveys: SurveyRow[] };

type Found = Omit<SurveyRow, "state" | "people" | "invited" | "isShared" | "isBeyond"> & {
  unitId: string | null;
  closedAt: string | null;
  people: number;
  all: number;
  invited: number;
  shared: number;
};

/** The surveys that reach people a viewer serves, open ones first and as many as a list holds; a number of answers only by whole waves of the minimum. */
export const readSurveys = query("survey.read", async (tx, _: null, viewer): Promise<SurveyList> => {
  const { orgId } = viewer;
  const minimum = await readMinimumGroup(tx, orgId);
  const bounds = await readUnitBounds(tx, viewer, "survey.edit");
  const { rows } = await tx.execute<Found>(sql`
    with answered as (
      select survey_id, count(distinct response_id)::int as all,
        count(distinct response_id) filter (where ${isReleased(orgId)})::int as people
      from survey_answers where org_id = ${orgId} and survey_id is not null group by 1
    ), asked as (
      select survey_id, count(distinct person_id)::int as invited, count(*) filter (where person_id is null)::int as shared
      from survey_links where org_id = ${orgId} group by 1
    )
    select s.id, s.title, s.instrument, i.title as initiative, s.unit_id as "unitId", u.path as unit, s.is_anonymous as "isAnonymous", s.opens_on::text as "opensOn",
      s.closes_on::text as "closesOn", s.closed_at::text as "closedAt", (s.closed_at at time zone 'UTC')::date::text as "closedOn",
      coalesce(a.people, 0) as people, coalesce(a.all, 0) as all, coalesce(l.invited, 0) as invited, coalesce(l.shared, 0) as shared
    from surveys s
    left join initiatives i on i.org_id = s.org_id and i.id = s.initiative_id
    left join business_units u on u.org_id = s.org_id and u.id = s.unit_id
    left join answered a on a.survey_id = s.id
    left join asked l on l.survey_id = s.id
    where s.org_id = ${orgId} and ${seenBy(bounds)}
    order by s.closed_at is not null or coalesce(s.closes_on < (now() at time zone 'UTC')::date, false), s.opens_on desc, s.title, s.id
    limit ${mostListed}`);
  const counted = await tx.execute<{ total: number }>(
    sql`select count(*)::int as total from surveys s where s.org_id = ${orgId} and ${seenBy(bounds)}`,
  );
  const today = dayOf(new Date());
  const order: SurveyState[] = ["open", "planned", "closed"];
  const surveys = rows.flatMap(({ closedAt, all, people, invited, shared, unitId, ...row }): SurveyRow[] => {
    const reach = reachOf(bounds, unitId);
    if (reach === null) return [];
    const isBeyond = reach !== "whole";
    return [
      {
        ...row,
        isBeyond,
        state: surveyState({ ...row, closedAt }, today),
        people: isBeyond || people === 0 ? null : people,
        waiting: !isBeyond && all > people,
        invited: isBeyond || shared > 0 || invited === 0 ? null : invited,
        isShared: !isBeyond && shared > 0,
      },
    ];
  });
  const total = counted.rows[0]?.total ?? 0;
  return { minimum, total, surveys: surveys.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)) };
});

const seenBy = ({ sees }: UnitBounds): SQL =>
  sees === "all" ? sql`true` : sql`(s.unit_id is null or s.unit_id = any(${sql.param([...sees])}::uuid[]))`;
