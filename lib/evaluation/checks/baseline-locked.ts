import { sql } from "drizzle-orm";
import { type Check, type CheckResult, cannotTell } from "./check";

const id = "baseline_locked";
const help = "Register the plan, with its windows and primary KPI, before anybody is exposed.";
const day = 86_400_000;

/** Was the plan registered, and the baseline over, before the first exposure? The value is the days between the two. */
export const baselineLocked: Check = async ({ tx, plan, windows }) => {
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
  if (windows.inferred.length > 0) {
    return answer(
      "warn",
      lead,
      `The plan was registered on ${plan.registeredAt}, but did not say which days to compare.`,
    );
  }
  if (lead === 0) return answer("warn", lead, `The plan was registered on the day exposure began, ${start}.`);
  return answer("pass", lead, `The plan was registered on ${plan.registeredAt}, ${lead} days before exposure began.`);
};

type Facts = Parameters<Check>[0];

/** The first amendment on or after a day. */
async function amendedSince(tx: Facts["tx"], plan: Facts["plan"], start: string) {
  const { rows } = await tx.execute<{ day: string; reason: string }>(sql`
    select (amended_at at time zone 'UTC')::date::text as day, reason from plan_amendments
    where org_id = ${plan.orgId} and initiative_id = ${plan.id} and (amended_at at time zone 'UTC')::date >= ${start}::date
    order by number limit 1`);
  return rows[0];
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

function answer(status: CheckResult["status"], value: number, says: string): CheckResult {
  return { id, status, value, says, help, picture: [{ label: "days before exposure", value }] };
}
