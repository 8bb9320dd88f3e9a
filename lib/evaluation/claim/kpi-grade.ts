import type { LadderMeasure } from "@/lib/evaluation/ladder/ladder";
import type { Claim, Grade, MethodResult } from "@/lib/evaluation/result";
import { gradeOf } from "./grade-table";

/** What the table gives the strongest comparison of which a check was not made. */
const unchecked = gradeOf({
  estimated: true,
  compares: true,
  random: true,
  checks: [{ id: "of_this_kpi", status: "cannot_tell" }],
});

/**
 * The grade of the effect on one KPI of a plan. The claim's grade rests on checks that look at the values of the primary KPI; of another KPI they
 * cannot tell, so that its effect is graded C at most, and never more strongly than the claim.
 */
export function gradeOfKpi(role: MethodResult["role"] | LadderMeasure["role"], { grade }: Pick<Claim, "grade">): Grade {
  return role === "primary" || grade > unchecked ? grade : unchecked;
}
