import type { Tx } from "@/db/client";
import type { Arms, Estimated } from "@/lib/stats/estimate";
import type { Moments } from "@/lib/stats/moments";
import type { Covariates } from "./covariates-sql";
import { jointMomentsByArm, type PairedMoments } from "./moments-sql";
import { completeRows, type Panel } from "./panel-sql";
import type { Plan } from "./plan";
import type { Reason } from "./reasons";
import { type RollOut, readRollOut } from "./roll-out-sql";
import type { Windows } from "./windows";

export type Refused = { kind: "not-estimable"; method: string; reason: Reason; n: Arms<number> };
export type Outcome = Estimated | Refused;

/** What an estimator reads: the panel of one KPI, which stands in `evaluation_panel` of this transaction. */
export type Occasion = {
  tx: Tx;
  plan: Plan;
  panel: Panel;
  /** Moments over the people who have all of these columns; read once, however many methods ask. */
  jointMoments(columns: readonly string[]): Promise<Arms<PairedMoments>>;
  /** Everybody by the period of first exposure; read once. Null where there are fewer than two periods. */
  rollOut(): Promise<RollOut | null>;
};

/** What an occasion is made of. */
export type Circumstance = { panel: Panel; windows: Windows; covariates: Covariates };

export function occasionOf(tx: Tx, plan: Plan, circumstance: Circumstance): Occasion {
  const { panel } = circumstance;
  const read = new Map<string, Promise<Arms<PairedMoments>>>();
  const jointMoments: Occasion["jointMoments"] = (columns) => {
    const key = columns.join();
    const moments = read.get(key) ?? jointMomentsByArm(tx, completeRows(panel, columns), columns);
    read.set(key, moments);
    return moments;
  };
  let rollOut: Promise<RollOut | null> | null = null;
  return {
    tx,
    plan,
    panel,
    jointMoments,
    rollOut: () => {
      rollOut ??= readRollOut(tx, plan, circumstance);
      return rollOut;
    },
  };
}

/** A method: thin, from moments in SQL to lib/stats. */
export type Estimator = {
  method: string;
  /** Null where the method is not for this kind of KPI at all. */
  estimate(occasion: Occasion): Promise<Outcome | null>;
  /** Listed only where it has something to say, not among refusals. */
  optional?: boolean;
};

/** The changes of those who have both values, by arm. */
export function changesOf({ treated, control }: Arms<PairedMoments>): Arms<Moments> {
  return { treated: treated.change, control: control.change };
}

const nobody: Arms<number> = { treated: 0, control: 0 };

export function refused(method: string, reason: Reason, n = nobody): Refused {
  return { kind: "not-estimable", method, reason, n };
}
