import { sql } from "drizzle-orm";
import { daysBetween } from "@/lib/days";
import { counted } from "@/lib/evaluation/counted";
import { type Drift, readDrift } from "@/lib/intake/study/frozen-cohort";
import { type Check, type CheckResult, cannotTell } from "./check";
import { shareText } from "./share-text";

const id = "baseline_locked";
const help = "Register the plan, with its windows and primary KPI, before anybody is exposed.";

/** Of the frozen cohort: more than this changed since fails, any warns. */
const mostDrift = 0.05;

/**
 * Was the plan registered, and the baseline over, before the first exposure, and are cohort and baseline still those that were frozen?
 * The value is the days between registration and exposure.
 */
export const baselineLocked: Check = async ({ tx, plan, windows }) => {
  if (plan.explores !== null) {
    return {
      ...cannotTell(id, "This is an exploration, written after the plan whose people it looks at again.", help),
      status: "fail",
    };
  }
  const start = windows.firstExposure ?? windows.followUp?.from ?? null;
  if (start === null)
    return cannotTell(id, "No date says when the first person was exposed.", "Bring in exposure dates.");
  const ends = windows.baseline?.to ?? null;
  if (ends !== null && ends >= start) {
    return answer(
      "fail",
      daysBetween(ends, start),
      `The baseline window ends on ${ends}, after exposure began on ${start}.`,
    );
  }
  if (plan.registeredAt === null) {
    return cannotTell(
      id,
      "The plan carries no date of registration, so it may have been written after the fact.",
      help,
    );
  }
  const late = await amendedSince(tx, plan, start);
  if (late) {
    return answer(
      "fail",
      daysBetween(late.day, start),
      `The plan was amended on ${late.day}, after exposure began on ${start}: ${late.reason}`,
    );
  }
  const lead = daysBetween(plan.registeredAt, start);
  if (lead < 0) {
    return answer("fail", lead, `The plan was registered on ${plan.registeredAt}, after exposure began on ${start}.`);
  }
  const drift = await readDrift(tx, plan.orgId, plan.id);
  const drifted = drift && whatDrifted(drift);
  if (drifted) return answer(drifted.status, lead, drifted.says);
  if (windows.inferred.length > 0) {
    return answer(
      "warn",
      lead,
      `The plan was registered on ${plan.registeredAt}, but did not say which days to compare.`,
    );
  }
  if (lead === 0) return answer("warn", lead, `The plan was registered on the day exposure began, ${start}.`);
  const held =
    drift && (drift.withBaseline > 0 && drift.changedBaseline !== null ? "cohort and baseline are" : "the cohort is");
  const source = plan.registeredBy === null ? ", as its file says" : "";
  return answer(
    "pass",
    lead,
    `The plan was registered on ${plan.registeredAt}${source}, ${lead} days before exposure began${held ? `; ${held} as frozen` : ""}.`,
  );
};

/** What is no longer as it was frozen; null where everything is. */
function whatDrifted(drift: Drift): { status: "warn" | "fail"; says: string } | null {
  const people = (count: number) => counted(count, "person", "people");
  const parts = [
    [drift.left, `${people(drift.left)} left the cohort`],
    [drift.added, `${people(drift.added)} joined it`],
    [drift.changedArm, `${people(drift.changedArm)} changed arm`],
    [drift.changedCluster, `${people(drift.changedCluster)} changed cluster`],
    [drift.changedBaseline ?? 0, `the baseline of ${people(drift.changedBaseline ?? 0)} was rewritten`],
  ] as const;
  const changed = parts.filter(([count]) => count > 0);
  if (changed.length === 0) return null;
  const most = Math.max(...parts.map(([count]) => count)) / Math.max(drift.people, 1);
  const says = `Since the cohort was frozen on ${drift.frozenAt.slice(0, 10)}: ${changed.map(([, words]) => words).join(", ")} (at most ${shareText(most)} of ${drift.people}).`;
  return { status: most > mostDrift ? "fail" : "warn", says };
}

type Facts = Parameters<Check>[0];

/** The first amendment on or after a day; none where the plan is looked at as it was before any. */
async function amendedSince(tx: Facts["tx"], plan: Facts["plan"], start: string) {
  const { rows } = await tx.execute<{ day: string; reason: string }>(sql`
    select (amended_at at time zone 'UTC')::date::text as day, reason from plan_amendments
    where org_id = ${plan.orgId} and initiative_id = ${plan.id} and (amended_at at time zone 'UTC')::date >= ${start}::date
      and not exists (select from plan_amendments f where f.org_id = ${plan.orgId} and f.initiative_id = ${plan.id}
        and f.number = 1 and f.hash_before = ${plan.planHash})
    order by number limit 1`);
  return rows[0];
}

function answer(status: CheckResult["status"], value: number, says: string): CheckResult {
  return { id, status, value, says, help, picture: [{ label: "days before exposure", value }] };
}
