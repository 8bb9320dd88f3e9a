import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { may } from "@/lib/access/policy";
import { readPlan } from "@/lib/evaluation/plan";
import { query } from "@/lib/server/tenant-access";
import { meantBy } from "@/lib/skills/former-words";
import { type PlannedFollowUp, readPlanned } from "./follow-ups";
import { remarksOf } from "./own-programme";
import type { Choices, Programme, ProgrammeItem, ProgrammeReview } from "./programme";
import { readSetupFacts } from "./setup-facts";
import { isFollowUp } from "./template";

export type ProgrammeView = {
  initiative: { id: string; title: string; draft: boolean; behaviours: string[] };
  today: string;
  /** Null before it has begun. */
  programme: Programme | null;
  /** What is measured again: checkpoints that are kept, and those that come by themselves because it is registered. */
  followUps: { kept: ProgrammeItem[]; planned: PlannedFollowUp[] };
  /** What can be chosen; null for viewers who may not edit. */
  choices: Choices | null;
};

/** The ninety days of an initiative, or what they could begin with. Null where there is no such initiative, or it is an exploration. */
export const readProgramme = query(
  "initiative.read",
  async (tx, initiativeId: string, { orgId, roles }): Promise<ProgrammeView | null> => {
    const plan = await readPlan(tx, initiativeId);
    if (!plan || plan.explores !== null) return null;
    const { rows } = await tx.execute<Pick<Programme, "startsOn" | "workflow" | "lead" | "pain">>(sql`
      select p.starts_on::text as "startsOn", p.pain,
        case when w.id is not null then json_build_object('id', w.id, 'name', w.name, 'role', r.name) end as workflow,
        case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as lead
      from programmes p
      left join workflows w on w.org_id = p.org_id and w.id = p.workflow_id
      left join roles r on r.org_id = w.org_id and r.id = w.role_id
      left join users u on u.org_id = p.org_id and u.id = p.lead_id
      where p.org_id = ${orgId} and p.initiative_id = ${initiativeId}`);
    const [head] = rows;
    const remarks = head?.workflow ? await remarksOf(tx, plan, head.workflow.id) : [];
    const items = await readItems(tx, orgId, initiativeId);
    return {
      initiative: { id: plan.id, title: plan.title, draft: plan.draft, behaviours: plan.chain.behaviours ?? [] },
      today: new Date().toISOString().slice(0, 10),
      programme: head
        ? {
            ...head,
            remarks,
            items,
            reviews: await readReviews(tx, orgId, initiativeId),
            facts: await readSetupFacts(tx, plan, remarks),
          }
        : null,
      followUps: {
        kept: items.filter(({ key }) => isFollowUp(key)),
        planned: await readPlanned(tx, orgId, initiativeId),
      },
      choices: may(roles, "programme.edit") ? await readChoices(tx, orgId, plan.chain.role ?? []) : null,
    };
  },
);

async function readItems(tx: Tx, orgId: string, initiativeId: string): Promise<ProgrammeItem[]> {
  const { rows } = await tx.execute<ProgrammeItem>(sql`
    select i.id, i.part, i.kind, i.key, i.title, i.note, i.detail, i.due_on::text as "dueOn", i.owner_id as "ownerId", o.name as owner,
      i.state, (i.settled_at at time zone 'UTC')::date::text as "settledOn", s.name as "settledBy", i.revision,
      coalesce(f.statement, t.name, case when i.kind in ('scenario', 'independence') then b.statement end) as about
    from programme_items i
    left join users o on o.org_id = i.org_id and o.id = i.owner_id
    left join users s on s.org_id = i.org_id and s.id = i.settled_by
    left join friction_points f on f.org_id = i.org_id and f.id::text = i.detail ->> 'frictionId'
    left join tasks t on t.org_id = i.org_id and t.id::text = i.detail ->> 'taskId' and i.kind = 'scenario'
    left join behaviours b on b.org_id = i.org_id and b.id::text = i.detail ->> 'behaviourId' and b.statement <> i.title
    where i.org_id = ${orgId} and i.initiative_id = ${initiativeId}
    order by i.key is null, i.position, i.created_at, i.id`);
  return rows;
}

async function readReviews(tx: Tx, orgId: string, initiativeId: string): Promise<ProgrammeReview[]> {
  const { rows } = await tx.execute<ProgrammeReview>(sql`
    select r.id, r.kind, r.due_on::text as "dueOn", r.held_on::text as "heldOn", r.agenda, r.minutes, r.attendees, r.outcome,
      u.name as "heldBy", r.revision
    from programme_reviews r left join users u on u.org_id = r.org_id and u.id = r.held_by
    where r.org_id = ${orgId} and r.initiative_id = ${initiativeId}
    order by r.held_on is not null, case when r.held_on is null then r.due_on end, r.held_on desc, r.due_on desc,
      array_position(array['content', 'kpi', 'feedback', 'day_90'], r.kind), r.id`);
  return rows;
}

/** Workflows of the chain's roles first; friction points that are still open of those roles. */
async function readChoices(tx: Tx, orgId: string, roles: readonly string[]): Promise<Choices> {
  const named = sql`(select m.id from (${meantBy(orgId, "role")}) m where m.name = any(${sql.param([...roles])}::text[]))`;
  const { rows: workflows } = await tx.execute<Choices["workflows"][number]>(sql`
    select w.id, w.name, r.name as role from workflows w join roles r on r.org_id = w.org_id and r.id = w.role_id
    where w.org_id = ${orgId} order by w.role_id in ${named} desc, w.name, w.id`);
  const { rows: frictions } = await tx.execute<Choices["frictions"][number]>(sql`
    select id, statement from friction_points where org_id = ${orgId} and status in ('open', 'in_work')
      and (role_id in ${named} or ${roles.length === 0}) order by created_at desc, id limit 200`);
  return { workflows, frictions };
}
