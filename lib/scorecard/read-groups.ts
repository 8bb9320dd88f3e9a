import "server-only";
import type { Tx } from "@/db/client";
import type { Scope } from "@/lib/access/scope";
import { supportWords } from "@/lib/metrics/manager-support";
import type { Metric } from "@/lib/metrics/metric";
import type { Period } from "@/lib/metrics/period";
import { readNames } from "@/lib/people/read-names";
import type { DimensionName } from "./input";
import { readHeads, readUnitsAbove } from "./read-heads";
import { readSums, type SummedRow } from "./read-sums";
import { leastManagers, readSupporters } from "./read-supporters";
import type { Division } from "./sums-question";

type Question = {
  orgId: string;
  stamp: string;
  scope: Scope;
  periods: readonly Period[];
  by: DimensionName;
  metric: Metric;
};

/** A group of a table: `part` is the part of the scope it stands for (`partText`), `peopleIn` how many are employed in it by period. */
export type FoundGroup = {
  id: string;
  label: string;
  scopeText: string | null;
  part: string;
  sums: SummedRow[];
  peopleIn: (start: string) => number;
  /** Where it must not be told although it is large enough. */
  isOfFew?: (start: string) => boolean;
};

/** The groups of a scope by one dimension that have the metric. */
export function readGroups(tx: Tx, question: Question): Promise<FoundGroup[]> {
  const { by } = question;
  if (by === "cohort") return cohortGroups(tx, question);
  if (by === "support") return supportGroups(tx, question);
  if (by === "each-unit") return eachUnit(tx, question);
  return by === "engagement" ? engagementGroups(tx, question) : placeGroups(tx, question, by);
}

/** Every unit by the people who stand in it and in none below; an address only where there is none below. */
async function eachUnit(tx: Tx, question: Question): Promise<FoundGroup[]> {
  const groups = await sumsByGroup(tx, question, { by: "unit" });
  const labels = await readNames(tx, question.orgId, "business_units");
  const above = await readUnitsAbove(tx, question.orgId);
  return groups.map((group) => {
    const name = labels.get(group.id);
    const isAbove = above.has(group.id);
    return {
      ...group,
      label: name === undefined ? "Not placed" : isAbove ? `${name} itself` : name,
      scopeText: name === undefined || isAbove ? null : `unit:${group.id}`,
      part: `own ${group.id}`,
    };
  });
}

async function placeGroups(tx: Tx, question: Question, by: "unit" | "role" | "site"): Promise<FoundGroup[]> {
  const { orgId, scope } = question;
  const heads = by === "unit" ? await readHeads(tx, orgId, scope) : null;
  const groups = await sumsByGroup(tx, question, heads ? { by, into: heads.into } : { by });
  const labels = heads?.labels ?? (await readNames(tx, orgId, by === "role" ? "roles" : "sites"));
  const isAlone = (id: string) => heads !== null && (heads.own.has(id) || !labels.has(id));
  return groups.map((group) => ({
    ...group,
    label: labels.get(group.id) ?? "Not placed",
    scopeText: labels.has(group.id) && !heads?.own.has(group.id) ? `${by}:${group.id}` : null,
    part: `${isAlone(group.id) ? "own" : by} ${group.id}`,
  }));
}

/** People of the scope by the arm they were assigned to: of the scope's initiative, else of every one. */
async function cohortGroups(tx: Tx, question: Question): Promise<FoundGroup[]> {
  const { orgId, scope } = question;
  const initiativeId = scope.request.kind === "initiative" ? scope.request.id : null;
  const groups = await sumsByGroup(tx, question, { by: "cohort", ...(initiativeId && { initiativeId }) });
  const titles = await readNames(tx, orgId, "initiatives");
  return groups.map((group) => {
    const [id = "", ...arm] = group.id.split(":");
    const label = `${titles.get(id)}: ${arm.join(":")}`;
    return { ...group, label, scopeText: `initiative:${group.id}`, part: `cohort ${group.id}` };
  });
}

/** Who engages with learning chose to: a picture to look into, not an effect. */
async function engagementGroups(tx: Tx, question: Question): Promise<FoundGroup[]> {
  const labels: Record<string, string> = {
    engaged: "Learned on a day or more a month before",
    others: "Learned less often before",
  };
  const groups = await sumsByGroup(tx, question, { by: "engagement" });
  return groups.map((group) => ({
    ...group,
    label: labels[group.id] ?? group.id,
    scopeText: null,
    part: `engagement ${group.id}`,
  }));
}

/** By what the manager of each did for learning; a level of a single manager would be their own record. */
async function supportGroups(tx: Tx, question: Question): Promise<FoundGroup[]> {
  const { orgId, scope, periods } = question;
  const labels: Record<string, string> = { ...supportWords, unmanaged: "No manager on file" };
  const managers = await readSupporters(tx, orgId, scope, periods);
  const groups = await sumsByGroup(tx, question, { by: "support" });
  return groups.map((group) => ({
    ...group,
    label: labels[group.id] ?? group.id,
    scopeText: null,
    part: `support ${group.id}`,
    isOfFew: (start: string) => group.id !== "unmanaged" && (managers.get(start)?.get(group.id) ?? 0) < leastManagers,
  }));
}

async function sumsByGroup(tx: Tx, { orgId, stamp, scope, periods, metric }: Question, division: Division) {
  const rows = await readSums(tx, {
    orgId,
    stamp,
    scope,
    periods,
    metrics: [...new Set([metric.id, "reach"])],
    division,
  });
  const ids = [...new Set(rows.filter((row) => row.metric === metric.id).map((row) => row.group))];
  return ids.map((id) => {
    const own = rows.filter((row) => row.group === id);
    const people = new Map(own.filter((row) => row.metric === "reach").map((row) => [row.start, row.people]));
    const sums = own.filter((row) => row.metric === metric.id);
    return { id, sums, peopleIn: (start: string) => people.get(start) ?? 0 };
  });
}
