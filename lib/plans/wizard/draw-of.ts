import { type ArmPreview, armsOf, startOf } from "./arms-of";
import { latestValue } from "./baseline-of";
import type { PlannableDesign } from "./choices";
import { type Drawn, drawArms } from "./draw-arms";
import { drawsTeams, participants } from "./judge-designs";
import { type Prepared, planWindows } from "./prepare";

export type DrawnPlan = { drawn: Drawn[]; arms: ArmPreview[]; startsOn(arm: string): string | null };

/** The draw of a plan: computed anew from its seed each time, so that nobody hands one in. */
export function drawOf(prepared: Prepared, design: PlannableDesign): DrawnPlan {
  const { choices, history, picked, seed, starts, before } = prepared;
  const windows = planWindows(prepared, design);
  const baselineOf = latestValue(history, before);
  const drawn = drawArms(participants(design, prepared), {
    design,
    byTeam: drawsTeams(design, prepared),
    strata: choices.level,
    share: choices.share,
    waves: choices.waves,
    size: choices.size,
    seed,
    picked,
    baselineOf,
  });
  const controlFollows = design === "randomised" || design === "cluster_randomised";
  const startsOn = (arm: string) => startOf(arm, { starts, windows, controlFollows });
  return { drawn, arms: armsOf(drawn, baselineOf, startsOn), startsOn };
}
