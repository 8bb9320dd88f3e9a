import type { ArmFacts } from "@/lib/evaluation/panel-sql";
import { riskDifferenceNewcombe } from "@/lib/stats/newcombe";
import { type Check, type CheckResult, cannotTell } from "./check";
import { shareText } from "./share-text";

const id = "attrition";
const help = "Bring in the values of those who left or changed jobs, and find out why one arm lost more.";

/**
 * Members without a follow-up value, by arm. Warns where the arms differ by more than 5 points or a fifth of all are
 * missing; fails where they differ by more than 10 points and chance does not explain it (p < 0.05).
 */
export const attrition: Check = async ({ design, panel }) => {
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
  return {
    id,
    status,
    value: gap,
    says: status === "pass" ? `${shares}.` : `${shares}; those who are missing may differ from those who stayed.`,
    help,
    picture,
  };
};
