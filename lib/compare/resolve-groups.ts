import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Condition, conditionText, parseGroup, type Span, spanOf, windowText } from "@/lib/access/group-rule";
import type { Bounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { addDays } from "@/lib/days";
import type { Formats } from "@/lib/format/formats";
import { parsePeriod } from "@/lib/metrics/period";
import { findCohort } from "./find-cohort";
import type { CompareRequest, GroupName } from "./input";

/** A group whose names are known: its conditions with their windows, live cohorts replaced by their rules. */
export type ResolvedGroup = {
  name: GroupName;
  conditions: Condition[];
  label: string;
  frozen: { id: string; name: string; on: string }[];
};

/** One bit each, of a whole number. */
const mostConditions = 30;

type Question = { viewer: Viewer; bounds: Bounds; groups: CompareRequest["groups"]; window: Span; formats: Formats };

/** Null where a group names something that does not exist or that the viewer may not see. `window` is where exposures without one lie. */
export async function resolveGroups(tx: Tx, question: Question): Promise<ResolvedGroup[] | null> {
  const found: ResolvedGroup[] = [];
  for (const { name, conditions } of question.groups) {
    const group = await resolveGroup(tx, question, conditions);
    if (!group) return null;
    found.push({ name, ...group });
  }
  const distinct = new Set(found.flatMap(({ conditions }) => conditions.map(conditionText)));
  return distinct.size <= mostConditions ? found : null;
}

async function resolveGroup(
  tx: Tx,
  { viewer, bounds, window, formats }: Question,
  written: readonly Condition[],
): Promise<Omit<ResolvedGroup, "name"> | null> {
  const words: string[] = [];
  const conditions: Condition[] = [];
  const frozen: ResolvedGroup["frozen"] = [];
  for (const condition of written) {
    const word = await wordsOf(tx, { viewer, bounds, window, formats }, condition);
    if (word === null) return null;
    words.push(word);
    if (condition.kind !== "cohort") {
      conditions.push(placed(condition, window));
      continue;
    }
    const cohort = await findCohort(tx, viewer, condition.id);
    if (!cohort) return null;
    if (cohort.frozenOn) {
      frozen.push({ id: cohort.id, name: cohort.name, on: cohort.frozenOn });
      conditions.push(condition);
      continue;
    }
    const rule = parseGroup(cohort.rule);
    if (!rule) return null;
    for (const one of rule) {
      // A rule that was kept names the fixed cohorts it was made with.
      const within = one.kind === "cohort" ? await findCohort(tx, viewer, one.id) : null;
      if (one.kind === "cohort" && !within?.frozenOn) return null;
      if (within?.frozenOn) frozen.push({ id: within.id, name: within.name, on: within.frozenOn });
      conditions.push(placed(one, window));
    }
  }
  const known = new Map(conditions.map((condition) => [conditionText(condition), condition]));
  return { conditions: [...known.values()], label: words.join(", "), frozen };
}

/** With its window written out, so that the same people have the same text whatever the page looks at. */
function placed(condition: Condition, window: Span): Condition {
  if (condition.kind !== "exposed" && condition.kind !== "unexposed") return condition;
  if (condition.window === "ever") return condition;
  return { ...condition, window: windowText((condition.window && spanOf(condition.window)) || window) };
}

const tables = { unit: "business_units", site: "sites", role: "roles", team: "teams" } as const;

async function wordsOf(
  tx: Tx,
  { viewer, bounds, window, formats }: Omit<Question, "groups">,
  condition: Condition,
): Promise<string | null> {
  const { orgId } = viewer;
  const nameIn = async (table: string, column: string, id: string) => {
    const { rows } = await tx.execute<{ name: string }>(sql`
      select ${sql.identifier(column)} as name from ${sql.identifier(table)} where org_id = ${orgId} and id = ${id}::uuid`);
    return rows[0]?.name ?? null;
  };
  switch (condition.kind) {
    case "all":
      return bounds.kind === "everybody" ? "everybody" : "everybody in your units";
    case "unit":
      if (bounds.kind === "units" && !bounds.unitIds.includes(condition.id)) return null;
      return nameIn(tables.unit, "name", condition.id);
    case "site":
    case "role":
    case "team":
      return nameIn(tables[condition.kind], "name", condition.id);
    case "cohort":
      return (await findCohort(tx, viewer, condition.id))?.name ?? null;
    case "arm": {
      const title = await nameIn("initiatives", "title", condition.id);
      return title && `${title}: ${condition.arm}`;
    }
    case "tenure":
      return tenureWords[condition.band];
    case "hired": {
      const quarter = parsePeriod(condition.quarter);
      return quarter && `hired in ${formats.period("quarter", quarter.start)}`;
    }
    case "exposed":
    case "unexposed": {
      const { by, what } = condition.exposure;
      const named = by === "activity" ? await activityName(tx, orgId, what) : what;
      if (named === null) return null;
      const verb = condition.kind === "exposed" ? "used" : "did not use";
      return `${verb} ${exposureWords(by, named)} ${windowWords(formats, condition.window, window)}`;
    }
  }
}

async function activityName(tx: Tx, orgId: string, id: string): Promise<string | null> {
  const { rows } = await tx.execute<{ name: string }>(
    sql`select coalesce(title, code) as name from activities where org_id = ${orgId} and id = ${id}::uuid`,
  );
  return rows[0]?.name ?? null;
}

function exposureWords(by: string, what: string): string {
  if (by === "any") return "any learning";
  if (by === "delivery") return what === "in_flow" ? "learning in the flow of work" : "learning at a destination";
  if (by === "format") return `a ${what.toLowerCase()}`;
  return by === "surface" ? `learning in ${what}` : `“${what}”`;
}

function windowWords(formats: Formats, window: string | null, at: Span): string {
  if (window === "ever") return "at any time before the period ended";
  const span = (window && spanOf(window)) || at;
  const last = addDays(span.end, -1);
  const [from, until] = [formats.month(span.start), formats.month(last)];
  return from === until ? `in ${from}` : `from ${from} to ${until}`;
}

const tenureWords = {
  "0-1": "under 1 year of tenure",
  "1-3": "1 to 3 years of tenure",
  "3-5": "3 to 5 years of tenure",
  "5-10": "5 to 10 years of tenure",
  "10-": "10 years of tenure or more",
} as const;
