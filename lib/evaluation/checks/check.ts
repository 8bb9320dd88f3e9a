import type { Tx } from "@/db/client";
import type { Design } from "@/lib/evaluation/design";
import type { Occasion } from "@/lib/evaluation/estimator";
import type { ArmCount } from "@/lib/evaluation/members-sql";
import type { Panel } from "@/lib/evaluation/panel-sql";
import type { Plan } from "@/lib/evaluation/plan";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Windows } from "@/lib/evaluation/windows";
import type { RivalEvents } from "./rival-explanations-rules";

export type CheckStatus = "pass" | "warn" | "fail" | "cannot_tell";

export type CheckResult = {
  id: string;
  status: CheckStatus;
  /** The number the status rests on; null where there is none. */
  value: number | null;
  says: string;
  /** What to do about it. */
  help: string;
  /** Small numbers to draw beside the sentence. */
  picture: { label: string; value: number; interval?: [number, number] }[];
  /** What else happened, of the check on rival explanations. */
  rivals?: RivalEvents;
};

/** What a check reads. `evaluation_members` and the primary KPI's `evaluation_panel` stand in this transaction. */
type CheckFacts = {
  tx: Tx;
  plan: Plan;
  design: Design;
  /** Chance decided who is in which arm, or who goes when. */
  drawn: boolean;
  windows: Windows;
  arms: ArmCount[];
  panel: Panel;
  occasion: Occasion;
  /** The result that leads, of the primary KPI. */
  headline: MethodResult | null;
  /** All methods on the primary KPI. */
  results: readonly MethodResult[];
};

/** Null where the design leaves nothing to check. */
export type Check = (facts: CheckFacts) => Promise<CheckResult | null>;

export function cannotTell(id: string, says: string, help: string): CheckResult {
  return { id, status: "cannot_tell", value: null, says, help, picture: [] };
}

export const noComparison = "This design has no comparison group, so there is nothing to check.";
export const addComparison = "Choose a design with a comparison group.";
