import { sql } from "drizzle-orm";
import { organisations } from "@/db/schema/organisations";
import { periodPattern } from "@/lib/evaluation/period-pattern";
import { type Plan, readPlan } from "@/lib/evaluation/plan";
import { query } from "@/lib/server/tenant-access";
import type { ExposedIn } from "./roll-out-picture";

export type ArmRow = {
  label: string;
  people: number;
  exposed: number;
  firstExposed: string | null;
  lastExposed: string | null;
  /** Days the plan gave the people of the arm to start on. */
  firstPlanned: string | null;
  lastPlanned: string | null;
  clusters: number;
};

export type Initiative = {
  plan: Plan;
  summary: string | null;
  note: string | null;
  minimumGroupSize: number;
  arms: ArmRow[];
  /** People by the period of their first exposure, in the order of time. */
  exposed: ExposedIn[];
  /** Names of the chain's KPIs and activities as the dictionaries know them, by code. */
  names: Record<string, string>;
};

/** One initiative: its plan and arms. Null where this organisation has none of that id. */
export const readInitiative = query("initiative.read", async (tx, initiativeId: string): Promise<Initiative | null> => {
  const plan = await readPlan(tx, initiativeId);
  if (!plan) return null;
  const [organisation] = await tx.select({ minimum: organisations.minimumGroupSize }).from(organisations);
  const minimumGroupSize = organisation?.minimum ?? 5;
  const arms = await tx.execute<ArmRow>(sql`
      select arm as label, count(*)::int as people, count(exposed_on)::int as exposed, min(exposed_on)::text as "firstExposed",
        max(exposed_on)::text as "lastExposed", min(planned_on)::text as "firstPlanned", max(planned_on)::text as "lastPlanned",
        count(distinct cluster)::int as clusters
      from arm_members where initiative_id = ${plan.peopleOf} group by arm order by arm <> 'control', arm`);
  const exposed = await tx.execute<ExposedIn>(sql`
      select to_char(date_trunc(${plan.period}, exposed_on::timestamp), ${periodPattern[plan.period]}) as period, count(*)::int as people
      from arm_members where initiative_id = ${plan.peopleOf} and arm <> 'control' and exposed_on is not null
      group by 1 order by 1`);
  const named = await tx.execute<{ code: string; name: string }>(sql`
      select code, name from kpis union all select code, coalesce(title, code) from activities`);
  return {
    plan,
    summary: plan.summary,
    note: plan.note,
    minimumGroupSize,
    arms: arms.rows,
    exposed: exposed.rows,
    names: Object.fromEntries(named.rows.map(({ code, name }) => [code, name])),
  };
});
