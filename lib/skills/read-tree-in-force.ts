import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { behaviours, needBehaviours, roleSkills, roles, skills, tasks } from "@/db/schema/taxonomy";
import type { NeedNode, TaxonomyNode, Tree } from "@/lib/skills/tree/node";

/** The taxonomy every metric reads: all of it but what is retired. Part of the transaction given. */
export async function readTreeInForce(tx: Tx, orgId: string): Promise<Tree> {
  const tree = new Map<string, TaxonomyNode>();
  const roleRows = await tx
    .select({ id: roles.id, name: roles.name, summary: roles.summary, ownerId: roles.ownerId, source: roles.source })
    .from(roles)
    .where(and(eq(roles.orgId, orgId), isNull(roles.retiredAt)));
  for (const row of roleRows) tree.set(row.id, { kind: "role", ...row });
  const taskRows = await tx
    .select({
      id: tasks.id,
      roleId: tasks.roleId,
      name: tasks.name,
      position: tasks.position,
      critical: tasks.critical,
      frequency: tasks.frequency,
      impact: tasks.impact,
      source: tasks.source,
    })
    .from(tasks)
    .where(and(eq(tasks.orgId, orgId), isNull(tasks.retiredAt), isNotNull(tasks.roleId)));
  for (const { roleId, ...row } of taskRows) if (roleId) tree.set(row.id, { kind: "task", ...row, roleId });
  const skillRows = await tx
    .select({
      id: skills.id,
      name: skills.name,
      summary: skills.summary,
      facet: skills.facet,
      risk: skills.risk,
      depth: skills.depth,
      halfLifeDays: skills.halfLifeDays,
      ownerId: skills.ownerId,
      rangeReason: skills.rangeReason,
      source: skills.source,
    })
    .from(skills)
    .where(and(eq(skills.orgId, orgId), isNull(skills.retiredAt)));
  for (const row of skillRows) tree.set(row.id, { kind: "skill", ...row });
  await addBehaviours(tx, orgId, tree);
  await addNeeds(tx, orgId, tree);
  return tree;
}

async function addBehaviours(tx: Tx, orgId: string, tree: Map<string, TaxonomyNode>): Promise<void> {
  const rows = await tx
    .select({
      id: behaviours.id,
      skillId: behaviours.skillId,
      statement: behaviours.statement,
      facet: behaviours.facet,
      anchors: behaviours.anchors,
      seenBy: behaviours.seenBy,
      ofTeam: behaviours.ofTeam,
      position: behaviours.position,
      source: behaviours.source,
    })
    .from(behaviours)
    .where(and(eq(behaviours.orgId, orgId), isNull(behaviours.retiredAt)));
  for (const row of rows) tree.set(row.id, { kind: "behaviour", ...row });
}

/** Needs whose role, skill or task is retired are not in force: they have nothing left to stand on. */
async function addNeeds(tx: Tx, orgId: string, tree: Map<string, TaxonomyNode>): Promise<void> {
  const shownBy = new Map<string, NeedNode["shownBy"]>();
  const shown = await tx
    .select({
      needId: needBehaviours.needId,
      behaviourId: needBehaviours.behaviourId,
      targetLevel: needBehaviours.targetLevel,
    })
    .from(needBehaviours)
    .where(eq(needBehaviours.orgId, orgId))
    .orderBy(needBehaviours.needId, needBehaviours.behaviourId);
  for (const { needId, behaviourId, targetLevel } of shown) {
    if (!tree.has(behaviourId)) continue;
    const named = shownBy.get(needId);
    if (named) named.push({ behaviourId, targetLevel });
    else shownBy.set(needId, [{ behaviourId, targetLevel }]);
  }
  const rows = await tx
    .select({
      id: roleSkills.id,
      roleId: roleSkills.roleId,
      taskId: roleSkills.taskId,
      skillId: roleSkills.skillId,
      targetLevel: roleSkills.targetLevel,
      risk: roleSkills.risk,
      depth: roleSkills.depth,
      critical: roleSkills.critical,
      facet: roleSkills.facet,
      position: roleSkills.position,
    })
    .from(roleSkills)
    .where(eq(roleSkills.orgId, orgId));
  for (const row of rows) {
    const stands = tree.has(row.roleId) && tree.has(row.skillId) && (row.taskId === null || tree.has(row.taskId));
    if (stands) tree.set(row.id, { kind: "need", ...row, shownBy: shownBy.get(row.id) ?? [] });
  }
}
