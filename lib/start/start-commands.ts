import "server-only";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { starts } from "@/db/schema/maturity";
import { behaviours, roleSkills, roles, tasks } from "@/db/schema/taxonomy";
import { kpis } from "@/db/schema/work";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type Choices, type ChosenSource, choicesInput, openStartInput, type SaveStep, saveStepInput } from "./input";

type Start = typeof starts.$inferSelect;

/** Begins with a role, or goes on with what is open for it. @returns the id. Throws `not-found` (no such role), `forbidden`. */
export const openStart = command(
  "start.use",
  async (tx, raw: { roleId: string }, viewer, trace): Promise<{ id: string }> => {
    const { roleId } = parseOrThrow(openStartInput, raw);
    const { orgId, userId } = viewer;
    const known = await tx.$count(roles, and(eq(roles.orgId, orgId), eq(roles.id, roleId), isNull(roles.retiredAt)));
    if (known === 0) throw new DomainError("not-found", "There is no such role");
    // A double click begins once.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`start with ${roleId}`}, 0))`);
    const [open] = await tx
      .select({ id: starts.id })
      .from(starts)
      .where(and(eq(starts.orgId, orgId), eq(starts.roleId, roleId), eq(starts.status, "open")));
    trace.subject = open?.id ?? roleId;
    if (open) return open;
    const [added] = await tx.insert(starts).values({ orgId, roleId, createdBy: userId }).returning({ id: starts.id });
    if (!added) throw new Error("The start has no id");
    trace.subject = added.id;
    return added;
  },
);

/** Keeps what was chosen at a step. Throws `not-found`, `conflict` (no longer open), `invalid-input` by field. */
export const saveStep = command("start.use", async (tx, raw: SaveStep, viewer, trace): Promise<void> => {
  const input = parseOrThrow(saveStepInput, raw);
  const start = await ownStart(tx, viewer.orgId, input.startId);
  trace.subject = start.id;
  trace.detail = { step: input.step };
  const choices = choicesInput.parse(start.choices);
  const { skillId, ...chosen } = await chosenAt(tx, start, choices, input);
  await tx
    .update(starts)
    .set({ choices: { ...choices, ...chosen }, skillId: skillId ?? start.skillId, changedAt: new Date() })
    .where(and(eq(starts.orgId, viewer.orgId), eq(starts.id, start.id)));
});

/** Ends a way before its end; what was chosen stays on record. Throws `not-found`, `conflict`. */
export const leaveStart = command(
  "start.use",
  async (tx, { startId }: { startId: string }, viewer, trace): Promise<void> => {
    const start = await ownStart(tx, viewer.orgId, startId);
    trace.subject = start.id;
    await tx
      .update(starts)
      .set({ status: "left", changedAt: new Date() })
      .where(and(eq(starts.orgId, viewer.orgId), eq(starts.id, start.id)));
  },
);

async function ownStart(tx: Tx, orgId: string, id: string): Promise<Start> {
  const [start] = await tx
    .select()
    .from(starts)
    .where(and(eq(starts.orgId, orgId), eq(starts.id, id)))
    .for("update");
  if (!start) throw new DomainError("not-found", "There is no such start");
  if (start.status !== "open") throw new DomainError("conflict", "This one has ended. Begin again with the role");
  return start;
}

type Chosen = Choices & { skillId?: string };

async function chosenAt(tx: Tx, start: Start, before: Choices, input: SaveStep): Promise<Chosen> {
  const { orgId, roleId } = start;
  switch (input.step) {
    case "behaviours": {
      const { skillId } = input;
      const behaviourIds = [...new Set(input.behaviourIds)];
      const needed = await tx.$count(
        roleSkills,
        and(eq(roleSkills.orgId, orgId), eq(roleSkills.roleId, roleId), eq(roleSkills.skillId, skillId)),
      );
      if (needed === 0) throw refused("skillId", "The role does not need this skill (any more)");
      const known = await tx.$count(
        behaviours,
        and(
          eq(behaviours.orgId, orgId),
          eq(behaviours.skillId, skillId),
          inArray(behaviours.id, behaviourIds),
          isNull(behaviours.retiredAt),
        ),
      );
      if (known !== behaviourIds.length)
        throw refused("behaviourIds", "One of these is no longer a behaviour of the skill");
      const sources = Object.entries(before.sources ?? {}).filter(([id]) => behaviourIds.includes(id));
      return { skillId, behaviourIds, sources: Object.fromEntries(sources) };
    }
    case "sources": {
      const missing = (before.behaviourIds ?? []).filter((id) => !(id in input.sources));
      if (missing.length > 0)
        throw refused("sources", "Say for each behaviour what could show it, or that people have to look");
      const own = Object.entries(input.sources).filter(([id]) => before.behaviourIds?.includes(id));
      await requireSources(
        tx,
        start,
        own.map(([, chosen]) => chosen),
      );
      return { sources: Object.fromEntries(own) };
    }
    case "assessment":
      return { asked: input.asked };
    case "comparison": {
      const { kpiId, weeks } = input;
      if ((await tx.$count(kpis, and(eq(kpis.orgId, orgId), eq(kpis.id, kpiId)))) === 0)
        throw refused("kpiId", "There is no such KPI (any more)");
      return { kpiId, weeks };
    }
  }
}

/** The tasks are the role's, or nobody's yet, and the KPIs are there. */
async function requireSources(tx: Tx, { orgId, roleId }: Start, chosen: readonly ChosenSource[]): Promise<void> {
  const idsOf = (kind: "task" | "kpi") => [...new Set(chosen.flatMap((one) => (one.kind === kind ? [one.id] : [])))];
  const [taskIds, kpiIds] = [idsOf("task"), idsOf("kpi")];
  const ofRole = or(eq(tasks.roleId, roleId), isNull(tasks.roleId));
  const isTask = and(eq(tasks.orgId, orgId), inArray(tasks.id, taskIds), ofRole, isNull(tasks.retiredAt));
  const knownTasks = taskIds.length === 0 ? 0 : await tx.$count(tasks, isTask);
  const isKpi = and(eq(kpis.orgId, orgId), inArray(kpis.id, kpiIds));
  const knownKpis = kpiIds.length === 0 ? 0 : await tx.$count(kpis, isKpi);
  if (knownTasks < taskIds.length || knownKpis < kpiIds.length)
    throw refused("sources", "One of these tasks or KPIs is no longer there");
}

const refused = (field: string, why: string) =>
  new DomainError("invalid-input", "Some fields need another look", { [field]: [why] });
