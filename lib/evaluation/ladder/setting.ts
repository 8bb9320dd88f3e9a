import type { Tx } from "@/db/client";
import type { Covariates } from "@/lib/evaluation/covariates-sql";
import type { Design } from "@/lib/evaluation/design";
import type { Panel } from "@/lib/evaluation/panel-sql";
import type { Plan } from "@/lib/evaluation/plan";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Windows } from "@/lib/evaluation/windows";

/** What the ladder is computed from. `evaluation_members` stands in this transaction. */
export type LadderSetting = {
  tx: Tx;
  plan: Plan;
  design: Design;
  windows: Windows;
  covariates: Covariates;
  /** Set while the follow-up window is open. */
  early: string | null;
  /** Of the plan's KPIs, as estimated, and the facts of the panel of each. */
  results: readonly MethodResult[];
  panels: ReadonlyMap<string, Panel>;
};
