import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Plan } from "@/lib/evaluation/plan";
import { chainGaps } from "@/lib/plans/chain-gaps";
import { meantBy } from "@/lib/skills/former-words";
import type { SetupFact } from "./programme";
import type { ScopeRemark } from "./scope-guard";

type Found = {
  costs: number;
  assumptions: number;
  stated: number;
  signed: number;
  targets: number;
  behaviours: number;
  frozen: boolean;
  workflow: string | null;
  lead: string | null;
  reviews: number;
  interviews: number;
  inventory: number;
  tasks: number;
  scenarios: number;
  assets: number;
  assetsDone: number;
  support: number;
  independence: number;
};

/** What is found beside each step everybody is given, by the key of the step: ticking it stays with people. */
export async function readSetupFacts(
  tx: Tx,
  plan: Plan,
  remarks: readonly ScopeRemark[],
): Promise<Record<string, SetupFact[]>> {
  const found = await readFound(tx, plan);
  const fact = (holds: boolean | null, says: string): SetupFact => ({ holds, says });
  const count = (key: keyof Found, one: string, many: string): SetupFact => {
    const number = Number(found[key]);
    return fact(number > 0, number === 0 ? `No ${one} yet` : `${number} ${number === 1 ? one : many}`);
  };
  const named = plan.chain.behaviours?.length ?? 0;
  const lacks = anchorGaps(plan);
  return {
    pilot_scoping: [
      fact(found.workflow !== null, found.workflow ? `Workflow: ${found.workflow}` : "No workflow is chosen"),
      ...(remarks.length === 0 ? [fact(true, "The scope is narrow")] : remarks.map(({ says }) => fact(false, says))),
    ],
    stakeholders: [fact(null, "Only people can say whether everybody agrees")],
    skills_mapping: [
      fact(
        named > 0 && found.behaviours >= named,
        `${found.behaviours} of ${named} behaviours of the chain stand in the taxonomy`,
      ),
      fact(lacks.length === 0, lacks.length === 0 ? "The chain is complete" : `The chain lacks ${lacks.join(", ")}`),
    ],
    governance: [
      fact(found.lead !== null, found.lead ? `Led by ${found.lead}` : "Nobody leads it"),
      count("reviews", "review in the diary", "reviews in the diary"),
    ],
    roi_design: [
      count("costs", "cost entered", "costs entered"),
      fact(
        found.assumptions > 0 && found.stated === found.assumptions,
        found.assumptions === 0
          ? "No assumption is stated"
          : `${found.stated} of ${found.assumptions} assumptions stated`,
      ),
      fact(
        found.assumptions > 0 && found.signed === found.assumptions,
        `${found.signed} of ${found.assumptions} signed by finance`,
      ),
      fact(
        found.frozen,
        found.frozen ? "The baseline is locked" : "The baseline is not locked: the plan is not registered",
      ),
    ],
    one_workflow: [fact(found.workflow !== null, found.workflow ?? "No workflow is chosen")],
    target_kpis: [count("targets", "target set for a KPI of the plan", "targets set for KPIs of the plan")],
    interviews: [count("interviews", "conversation", "conversations")],
    inventory: [count("inventory", "document", "documents")],
    visible_win: remarks.map(({ says }) => fact(false, says)),
    tasks: [count("tasks", "task", "tasks"), count("scenarios", "scenario", "scenarios")],
    assets: [
      fact(
        found.assets > 0 && found.assetsDone === found.assets,
        found.assets === 0 ? "No asset yet" : `${found.assetsDone} of ${found.assets} assets are all three`,
      ),
    ],
    support: [count("support", "support chosen", "kinds of support chosen")],
    independence: [count("independence", "checkpoint", "checkpoints")],
  };
}

/** What the chain itself does not name, as a registered plan would be told. */
function anchorGaps(plan: Plan): string[] {
  const layers = new Map(
    [plan.primary, ...plan.secondaries].flatMap((kpi) => (kpi ? [[kpi.code, kpi.layer] as const] : [])),
  );
  for (const layer of ["in_work", "business"] as const) {
    for (const code of plan.chain.kpis?.[layer] ?? []) if (!layers.has(code)) layers.set(code, layer);
  }
  const today = new Date().toISOString().slice(0, 10);
  return chainGaps({ plan, layers, arms: new Map(), starts: null, today })
    .filter(({ ofChain }) => ofChain)
    .map(({ what }) => what.toLowerCase());
}

async function readFound(tx: Tx, { orgId, id, chain, primary, secondaries }: Plan): Promise<Found> {
  const kpis = [primary, ...secondaries].flatMap((kpi) => (kpi ? [`kpi:${kpi.id}`] : []));
  const items = (condition: string) => sql`(select count(*)::int from programme_items
    where org_id = ${orgId} and initiative_id = ${id} and state <> 'dropped' and ${sql.raw(condition)})`;
  const { rows } = await tx.execute<Found>(sql`
    with own as (
      select a.id, a.value, a.changed_at, (select s.kind = 'signed' and s.signed_at >= a.changed_at from assumption_signatures s
        where s.org_id = a.org_id and s.assumption_id = a.id order by s.signed_at desc limit 1) as is_signed
      from assumptions a where a.org_id = ${orgId} and a.initiative_id = ${id}
    )
    select (select count(*)::int from costs where org_id = ${orgId} and initiative_id = ${id}) as costs,
      (select count(*)::int from own) as assumptions, (select count(value)::int from own) as stated,
      (select count(*) filter (where is_signed)::int from own) as signed,
      (select count(*)::int from metric_targets where org_id = ${orgId} and metric = any(${sql.param(kpis)}::text[])) as targets,
      (select count(distinct x.name)::int from (${meantBy(orgId, "behaviour")}) x
        where x.name = any(${sql.param(chain.behaviours ?? [])}::text[])) as behaviours,
      exists (select from plan_registrations where org_id = ${orgId} and initiative_id = ${id}) as frozen,
      w.name as workflow, u.name as lead,
      (select count(*)::int from programme_reviews where org_id = ${orgId} and initiative_id = ${id}) as reviews,
      ${items("kind = 'interview'")} as interviews, ${items("kind = 'inventory'")} as inventory, ${items("kind = 'task'")} as tasks,
      ${items("kind = 'scenario'")} as scenarios, ${items("kind = 'asset'")} as assets,
      ${items("kind = 'asset' and state = 'done'")} as "assetsDone", ${items("kind = 'support'")} as support,
      ${items("kind = 'independence'")} as independence
    from programmes p
    left join workflows w on w.org_id = p.org_id and w.id = p.workflow_id
    left join users u on u.org_id = p.org_id and u.id = p.lead_id
    where p.org_id = ${orgId} and p.initiative_id = ${id}`);
  if (!rows[0]) throw new Error("The programme went while it was read");
  return rows[0];
}
