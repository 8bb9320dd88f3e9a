import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { programmeItems, programmes } from "@/db/schema/programmes";
import { isChoosable } from "@/lib/access/choosing/is-choosable";
import { DomainError } from "@/lib/errors";
import { type Plan, readPlan } from "@/lib/evaluation/plan";
import { type PilotScope, type ScopeRemark, scopeRemarks } from "./scope-guard";

/** The plan a programme may be of. Throws `not-found`, and `conflict` for an exploration. */
export async function requirePlan(tx: Tx, initiativeId: string): Promise<Plan> {
  const plan = await readPlan(tx, initiativeId);
  if (!plan) throw new DomainError("not-found", "There is no such initiative");
  if (plan.explores !== null) throw new DomainError("conflict", "An exploration looks back; it has no ninety days");
  return plan;
}

/** The programme of an initiative, which nobody else changes until the transaction ends. Throws `not-found`. */
export async function lockProgramme(tx: Tx, orgId: string, initiativeId: string) {
  const own = and(eq(programmes.orgId, orgId), eq(programmes.initiativeId, initiativeId));
  const [found] = await tx.select().from(programmes).where(own).for("update");
  if (!found) throw new DomainError("not-found", "This initiative has no programme yet");
  return found;
}

/** An item as it was seen. Throws `not-found`, and `conflict` where somebody changed it since. */
export async function lockItem(tx: Tx, orgId: string, { id, revision }: { id: string; revision: number }) {
  const own = and(eq(programmeItems.orgId, orgId), eq(programmeItems.id, id));
  const [found] = await tx.select().from(programmeItems).where(own).for("update");
  if (!found) throw new DomainError("not-found", "This is not there any more");
  if (found.revision !== revision) {
    throw new DomainError("conflict", "Somebody else has just changed this. Look again; nothing was changed");
  }
  return found;
}

/** Throws `invalid-input` where a user named in a field cannot take part. */
export async function requireUser(tx: Tx, orgId: string, field: string, userId: string | null): Promise<void> {
  if (userId === null || (await isChoosable(tx, orgId, "programme", userId))) return;
  const message = "This user cannot take it on";
  throw new DomainError("invalid-input", message, { [field]: [message] });
}

type WorkflowRow = PilotScope["workflow"] & { id: string };

/** What is remarked of a pilot of this plan on this workflow. Throws `invalid-input` where there is no such workflow. */
export async function remarksOf(tx: Tx, plan: Plan, workflowId: string): Promise<ScopeRemark[]> {
  const { rows } = await tx.execute<WorkflowRow>(sql`
    select w.id, w.name, r.name as role, count(s.id)::int as steps,
      count(s.id) filter (where s.kpi_id is not null or s.task_id is not null)::int as measured
    from workflows w
    join roles r on r.org_id = w.org_id and r.id = w.role_id
    left join workflow_steps s on s.org_id = w.org_id and s.workflow_id = w.id
    where w.org_id = ${plan.orgId} and w.id = ${workflowId}
    group by w.id, w.name, r.name`);
  const [workflow] = rows;
  if (!workflow) {
    const message = "This workflow is not there any more";
    throw new DomainError("invalid-input", message, { workflowId: [message] });
  }
  const { role: roles = [], behaviours = [] } = plan.chain;
  return scopeRemarks({ roles, behaviours: behaviours.length, workflow });
}

/** Throws `invalid-input` where a pilot on this workflow could not show anything. */
export async function requireScope(tx: Tx, plan: Plan, workflowId: string): Promise<void> {
  const blocking = (await remarksOf(tx, plan, workflowId)).find(({ blocks }) => blocks);
  if (blocking) throw new DomainError("invalid-input", blocking.says, { workflowId: [blocking.says] });
}
