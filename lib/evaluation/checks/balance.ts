import { sql } from "drizzle-orm";
import { momentsOfEach } from "@/lib/evaluation/moments-sql";
import { standardisedMeanDifference } from "@/lib/stats/effect-size";
import { addComparison, type Check, type CheckResult, cannotTell, noComparison } from "./check";

const id = "balance";

/** Were the arms alike before? Standardised mean difference of the value before and of each covariate; above 0.1 warns. */
export const balance: Check = async ({ tx, design, panel }) => {
  if (!design.compares) return cannotTell(id, noComparison, addComparison);
  const variables = panel.covariates.map((column, index) => ({ column, label: panel.covariateNames[index] ?? column }));
  if (panel.withBaseline > 0 && design.outcome !== "time") variables.unshift({ column: "pre", label: "value before" });

  const columns = variables.map(({ column }) => sql.raw(column));
  const moments = columns.length > 0 ? await momentsOfEach(tx, sql`select * from evaluation_panel`, columns) : [];
  const picture: CheckResult["picture"] = [];
  for (const [index, arms] of moments.entries()) {
    if (arms.treated.n < 2 || arms.control.n < 2) continue;
    const difference = standardisedMeanDifference(arms);
    if (difference !== null) picture.push({ label: variables[index]?.label ?? "", value: difference });
  }
  const worst = picture.toSorted((left, right) => Math.abs(right.value) - Math.abs(left.value))[0];
  if (!worst) {
    return cannotTell(
      id,
      "Nothing was measured before the start, so nobody can say whether the arms were alike.",
      "Bring in values from before the start, or name covariates in the plan.",
    );
  }
  const far = picture.filter(({ value }) => Math.abs(value) > 0.1);
  return {
    id,
    status: far.length > 0 ? "warn" : "pass",
    value: Math.abs(worst.value),
    says:
      far.length > 0
        ? `The arms differed before the start by more than 0.1 standard deviations in ${far.map(({ label }) => label).join(", ")} (largest ${Math.abs(worst.value).toFixed(2)}).`
        : `The arms were alike before the start: no difference above 0.1 standard deviations (largest ${Math.abs(worst.value).toFixed(2)}, ${worst.label}).`,
    help: "Name what differs as a covariate, so that the headline adjusts for it; next time draw within strata.",
    picture,
  };
};
