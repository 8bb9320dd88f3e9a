import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ArmFacts, Panel } from "@/lib/evaluation/panel-sql";
import type { BoundedEffect } from "@/lib/stats/bounds/bounded-effect";
import { leeBounds } from "@/lib/stats/bounds/lee-bounds";
import { riskDifferenceNewcombe } from "@/lib/stats/newcombe";
import { decide } from "@/lib/stats/sequential/decide";
import { type Check, type CheckResult, cannotTell } from "./check";
import { shareText } from "./share-text";

const id = "attrition";
const help = "Bring in the values of those who left or changed jobs, and find out why one arm lost more.";

/**
 * Members without a follow-up value, by arm. Warns where the arms differ by more than 5 points or a fifth of all are
 * missing, with Lee's bounds where lots were drawn; fails where they differ by more than 10 points and chance does not explain it (p < 0.05).
 */
export const attrition: Check = async ({ tx, plan, design, panel }) => {
  if (design.outcome === "time") return null;
  const missingOf = ({ people, post }: ArmFacts) => ({ n: people, events: people - post.n });
  const treated = missingOf(panel.arms.treated);
  const control = missingOf(panel.arms.control);
  const all = treated.n + control.n;
  if (all === 0) return cannotTell(id, "There is nobody in the study.", "Bring in the cohort.");
  const missing = (treated.events + control.events) / all;
  const picture = [
    { label: "treated", ...treated },
    { label: "control", ...control },
  ]
    .filter(({ n }) => n > 0)
    .map(({ label, n, events }) => ({ label: `${label} missing`, value: events / n }));

  const test = riskDifferenceNewcombe({ treated, control });
  if (!design.compares || test.kind !== "estimate") {
    const status: CheckResult["status"] = missing > 0.2 ? "warn" : "pass";
    return {
      id,
      status,
      value: missing,
      says: `${shareText(missing)} of the people have no follow-up value.`,
      help,
      picture,
    };
  }
  const gap = Math.abs(test.estimate);
  const status = gap > 0.1 && test.p < 0.05 ? "fail" : gap > 0.05 || missing > 0.2 ? "warn" : "pass";
  const shares = `${shareText(treated.events / treated.n)} of the treated and ${shareText(control.events / control.n)} of the control people have no follow-up value`;
  if (status === "pass") return { id, status, value: gap, says: `${shares}.`, help, picture };
  const bounds = design.random && gap > 0.05 ? await boundsOf(tx, panel, plan.confidence) : null;
  if (bounds) {
    picture.push(
      { label: "least effect on those seen in either arm", value: bounds.bounds[0] },
      { label: "largest effect on those seen in either arm", value: bounds.bounds[1] },
      { label: "lower end of both", value: bounds.interval[0] },
      { label: "upper end of both", value: bounds.interval[1] },
    );
  }
  const decided = bounds && decide(bounds.interval) !== "open";
  const bounded = bounds
    ? `; whoever is missing, the effect ${decided ? "keeps its sign" : "may have either sign"} (Lee bounds ${bounds.bounds[0].toPrecision(3)} to ${bounds.bounds[1].toPrecision(3)})`
    : "";
  const says = `${shares}; those who are missing may differ from those who stayed${bounded}.`;
  return { id, status, value: gap, says, help, picture };
};

/** Bounds on the effect for those who would be seen in either arm: the arm that kept more is trimmed from above and from below. */
async function boundsOf(tx: Tx, { arms }: Panel, confidence: number): Promise<BoundedEffect | null> {
  const { rows } = await tx.execute<{ arm: keyof Panel["arms"]; outcomes: number[] }>(sql`
    select arm, array_agg(post order by n) as outcomes from evaluation_panel where post is not null group by arm`);
  const of = (arm: keyof Panel["arms"]) => ({
    assigned: arms[arm].people,
    outcomes: rows.find((row) => row.arm === arm)?.outcomes ?? [],
  });
  const found = leeBounds({ treated: of("treated"), control: of("control") }, confidence);
  return found.kind === "bounds" ? found : null;
}
