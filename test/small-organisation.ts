import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { inTenant } from "@/lib/server/tenant-access";
import { insertRow as insert } from "./insert-row";

/** An organisation of three levels of units, whose roles need skills, with activities and KPIs of every kind; nobody works there yet. */
export async function givenSmallOrganisation(nextId: () => string) {
  const orgId = randomUUID();
  const ids = (count: number) => Array.from({ length: count }, nextId);
  const [units, sites, teams, roles, tasks] = [ids(4), ids(2), ids(3), ids(3), ids(4)];
  const [skills, behaviours, activities, kpis] = [ids(4), ids(6), ids(6), ids(3)];
  const needs = ids(5);
  await db.transaction(async (tx) => {
    await tx.execute(sql`select ensure_month_partitions('learning_events', '2023-01-01', '2026-12-01')`);
    await tx.execute(sql`select ensure_month_partitions('work_events', '2023-01-01', '2026-12-01')`);
  });
  await inTenant(orgId, async (tx) => {
    await tx.insert(organisations).values({ id: orgId, slug: `random-${orgId}`, name: `Random ${orgId}` });
    for (const [i, id] of units.entries()) {
      await insert(tx, "business_units", {
        org_id: orgId,
        id,
        parent_id: i > 1 ? units[1] : i === 1 ? units[0] : null,
        name: `U${i}`,
        path: `U${i}`,
      });
    }
    for (const [i, id] of sites.entries()) await insert(tx, "sites", { org_id: orgId, id, name: `S${i}` });
    for (const [i, id] of teams.entries()) await insert(tx, "teams", { org_id: orgId, id, name: `T${i}` });
    for (const [i, id] of roles.entries()) await insert(tx, "roles", { org_id: orgId, id, name: `R${i}` });
    for (const [i, id] of tasks.entries())
      await insert(tx, "tasks", { org_id: orgId, id, role_id: roles[i % 3], name: `T${i}` });
    for (const [i, id] of skills.entries()) {
      await insert(tx, "skills", {
        org_id: orgId,
        id,
        name: `K${i}`,
        depth: i < 2 ? "complex" : "routine",
        half_life_days: i === 1 ? 45 : null,
      });
      await insert(tx, "role_skills", {
        org_id: orgId,
        id: needs[i],
        role_id: roles[i % 2],
        skill_id: id,
        task_id: tasks[i],
        target_level: i === 0 ? null : 2.5,
      });
    }
    for (const [i, id] of behaviours.entries()) {
      await insert(tx, "behaviours", { org_id: orgId, id, skill_id: skills[i % 4], statement: `B${i}` });
    }
    // Needs of three skills name behaviours; of one of them another need leaves it open.
    await insert(tx, "role_skills", {
      org_id: orgId,
      id: needs[4],
      role_id: roles[0],
      skill_id: skills[2],
      task_id: tasks[0],
      target_level: 4,
    });
    for (const [need, behaviour, target] of [
      [0, 0, 4],
      [1, 5, null],
      [4, 2, 1.5],
    ] as const) {
      await insert(tx, "need_behaviours", {
        org_id: orgId,
        need_id: needs[need],
        behaviour_id: behaviours[behaviour],
        target_level: target,
      });
    }
    for (const [i, id] of activities.entries()) {
      await insert(tx, "activities", {
        org_id: orgId,
        id,
        code: `A${i}`,
        delivery: [null, "in_flow", "destination"][i % 3],
        format: [null, "certification exam", "scenario_card", "Quiz"][i % 4],
        skill_id: i < 3 ? skills[i] : null,
        behaviour_id: i < 5 ? behaviours[i] : null,
      });
    }
    for (const [i, id] of kpis.entries()) {
      await insert(tx, "kpis", { org_id: orgId, id, code: `k${i}`, name: `K${i}`, kind: ["mean", "ratio", "sum"][i] });
    }
  });
  return { orgId, units, sites, teams, roles, tasks, behaviours, activities, kpis };
}
