import "server-only";
import { and, asc, count, desc, eq, max, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { armMembers } from "@/db/schema/arms";
import { initiatives } from "@/db/schema/initiatives";
import { activities, learningEvents } from "@/db/schema/learning";
import { employments, people } from "@/db/schema/people";
import { certifications } from "@/db/schema/rollups";
import { businessUnits, sites, teams } from "@/db/schema/structure";
import { behaviours, roles, skills } from "@/db/schema/taxonomy";
import { kpis, kpiValues, observations, workEvents } from "@/db/schema/work";
import type { OwnRecord } from "./own-record";

const latest = 8;

export function readPlaces(tx: Tx, personId: string): Promise<OwnRecord["places"]> {
  const manager = alias(people, "manager");
  return tx
    .select({
      from: employments.startsOn,
      until: employments.endsOn,
      unit: businessUnits.path,
      site: sites.name,
      team: teams.name,
      role: roles.name,
      manager: manager.name,
    })
    .from(employments)
    .leftJoin(businessUnits, and(eq(businessUnits.orgId, employments.orgId), eq(businessUnits.id, employments.unitId)))
    .leftJoin(sites, and(eq(sites.orgId, employments.orgId), eq(sites.id, employments.siteId)))
    .leftJoin(teams, and(eq(teams.orgId, employments.orgId), eq(teams.id, employments.teamId)))
    .leftJoin(roles, and(eq(roles.orgId, employments.orgId), eq(roles.id, employments.roleId)))
    .leftJoin(manager, and(eq(manager.orgId, employments.orgId), eq(manager.id, employments.managerId)))
    .where(eq(employments.personId, personId))
    .orderBy(desc(employments.startsOn));
}

export async function readLearning(tx: Tx, personId: string): Promise<OwnRecord["learning"]> {
  const own = eq(learningEvents.personId, personId);
  const rows = await tx
    .select({
      at: learningEvents.occurredAt,
      activity: sql<string>`coalesce(${activities.title}, ${activities.code})`,
      verb: learningEvents.verb,
      success: learningEvents.success,
    })
    .from(learningEvents)
    .innerJoin(
      activities,
      and(eq(activities.orgId, learningEvents.orgId), eq(activities.id, learningEvents.activityId)),
    )
    .where(own)
    .orderBy(desc(learningEvents.occurredAt))
    .limit(latest);
  return { count: await tx.$count(learningEvents, own), latest: rows };
}

export async function readObservations(tx: Tx, personId: string): Promise<OwnRecord["observations"]> {
  const own = eq(observations.personId, personId);
  const rows = await tx
    .select({
      at: observations.observedAt,
      behaviour: behaviours.statement,
      level: observations.level,
      source: observations.source,
    })
    .from(observations)
    .innerJoin(behaviours, and(eq(behaviours.orgId, observations.orgId), eq(behaviours.id, observations.behaviourId)))
    .where(own)
    .orderBy(desc(observations.observedAt))
    .limit(latest);
  return { count: await tx.$count(observations, own), latest: rows };
}

/** Per KPI how many values there are and the latest one; a value held as a ratio is divided here. */
export async function readKpis(tx: Tx, personId: string): Promise<OwnRecord["kpis"]> {
  const value = sql<
    number | null
  >`coalesce(${kpiValues.value}, ${kpiValues.numerator} / nullif(${kpiValues.denominator}, 0))`;
  return tx
    .selectDistinctOn([kpis.name, kpis.id], {
      name: kpis.name,
      unit: kpis.unit,
      count: sql<number>`count(*) over (partition by ${kpis.id})`.mapWith(Number),
      endsOn: kpiValues.endsOn,
      value,
    })
    .from(kpiValues)
    .innerJoin(kpis, and(eq(kpis.orgId, kpiValues.orgId), eq(kpis.id, kpiValues.kpiId)))
    .where(eq(kpiValues.personId, personId))
    .orderBy(asc(kpis.name), asc(kpis.id), desc(kpiValues.endsOn));
}

export async function readWork(tx: Tx, personId: string): Promise<OwnRecord["work"]> {
  const [row] = await tx
    .select({ count: count(), latest: max(workEvents.completedAt) })
    .from(workEvents)
    .where(eq(workEvents.personId, personId));
  return row ?? { count: 0, latest: null };
}

export function readCertifications(tx: Tx, personId: string): Promise<OwnRecord["certifications"]> {
  return tx
    .select({ skill: skills.name, certifiedOn: certifications.certifiedOn })
    .from(certifications)
    .innerJoin(skills, and(eq(skills.orgId, certifications.orgId), eq(skills.id, certifications.skillId)))
    .where(eq(certifications.personId, personId))
    .orderBy(desc(certifications.certifiedOn));
}

export function readArms(tx: Tx, personId: string): Promise<OwnRecord["arms"]> {
  return tx
    .select({
      initiative: initiatives.title,
      arm: armMembers.arm,
      assigned: armMembers.assigned,
      exposedOn: armMembers.exposedOn,
    })
    .from(armMembers)
    .innerJoin(initiatives, and(eq(initiatives.orgId, armMembers.orgId), eq(initiatives.id, armMembers.initiativeId)))
    .where(eq(armMembers.personId, personId))
    .orderBy(asc(initiatives.title));
}
