import { type SQL, sql } from "drizzle-orm";
import { counted } from "@/lib/evaluation/counted";
import type { Windows } from "@/lib/evaluation/windows";
import { addComparison, type Check, cannotTell, noComparison } from "./check";
import { shareText } from "./share-text";

const id = "contamination";
const help =
  "Keep the programme away from the control arm until the follow-up ends; where people of one team share what they learn, assign whole teams.";

/**
 * Control people with an exposure date, or with use of the initiative's activities, before the follow-up ends; treated
 * people never exposed. Above 10% of the control arm fails, any warns; above 20% of the treated never exposed warns.
 */
export const contamination: Check = async ({ tx, design, windows }) => {
  if (!design.compares) return cannotTell(id, noComparison, addComparison);
  const { rows } = await tx.execute<{ arm: string; people: number; dated: number; reached: number }>(sql`
    select arm, count(*)::int as people, count(exposed_on)::int as dated,
      count(*) filter (where exposed_on <= coalesce(${windows.followUp?.to ?? null}::date, 'infinity') or ${used(windows)})::int as reached
    from evaluation_members m where arm is not null group by arm`);
  const treated = rows.find(({ arm }) => arm === "treated");
  const control = rows.find(({ arm }) => arm === "control");
  if (!treated || !control) return cannotTell(id, "One of the arms is empty.", "Bring in both arms.");
  if (treated.dated === 0 && control.reached === 0) {
    return cannotTell(id, "No exposure dates are on file, so nobody can say who was reached.", "Bring in exposed_on.");
  }
  const leaked = control.reached / control.people;
  const missed = 1 - treated.reached / treated.people;
  const were = control.reached === 1 ? "was" : "were";
  const status = leaked > 0.1 ? "fail" : leaked > 0 || missed > 0.2 ? "warn" : "pass";
  return {
    id,
    status,
    value: leaked,
    says: `${control.reached} of ${counted(control.people, "control person", "control people")} (${shareText(leaked)}) ${were} exposed before the follow-up ended; ${shareText(missed)} of the treated never were.`,
    help,
    picture: [
      { label: "control exposed", value: leaked },
      { label: "treated never exposed", value: missed },
    ],
  };
};

/** Any act of their own on the chain's activities, as `createEvidence` gathers them. */
function used({ firstExposure }: Windows): SQL {
  return firstExposure === null ? sql`false` : sql`m.n in (select n from evaluation_learning)`;
}
