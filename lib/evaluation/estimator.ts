import type { Tx } from "@/db/client";
import type { Arms, Estimated } from "@/lib/stats/estimate";
import type { ComparedRows } from "@/lib/stats/matching/compared-rows";
import type { Moments } from "@/lib/stats/moments";
import { readChanges } from "./compared-rows-sql";
import type { Covariates } from "./covariates-sql";
import { type EventTimes, readEventTimes } from "./event-times-sql";
import { jointMomentsByArm, type PairedMoments } from "./joint-moments-sql";
import { completeRows, type Panel } from "./panel-sql";
import type { Plan, PlanKpi } from "./plan";
import type { Reason } from "./reasons";
import { type RollOut, readRollOut } from "./roll-out-sql";
import type { Windows } from "./windows";

export type Refused = { kind: "not-estimable"; method: string; reason: Reason; n: Arms<number> };
export type Outcome = Estimated | Refused;

/** What an estimator reads: the panel of one KPI, which stands in `evaluation_panel` of this transaction. */
export type Occasion = {
  tx: Tx;
  plan: Plan;
  kpi: PlanKpi;
  panel: Panel;
  windows: Windows;
  /** Moments over the people who have all of these columns; read once, however many methods ask. */
  jointMoments(columns: readonly string[]): Promise<Arms<PairedMoments>>;
  /** Everybody by the period of first exposure; read once. Null where there are fewer than two periods. */
  rollOut(): Promise<RollOut | null>;
  /** Everybody's change and covariates, person by person; read once. */
  changes(): Promise<ComparedRows>;
  /** Everybody's time until the first event of the KPI; read once. */
  eventTimes(): Promise<EventTimes | { reason: Reason }>;
};

/** What an occasion is made of. */
export type Circumstance = { kpi: PlanKpi; panel: Panel; windows: Windows; covariates: Covariates };

export function occasionOf(tx: Tx, plan: Plan, circumstance: Circumstance): Occasion {
  const { kpi, panel, windows } = circumstance;
  const read = new Map<string, Promise<Arms<PairedMoments>>>();
  const jointMoments: Occasion["jointMoments"] = (columns) => {
    const key = columns.join();
    const moments = read.get(key) ?? jointMomentsByArm(tx, completeRows(panel, columns), columns);
    read.set(key, moments);
    return moments;
  };
  return {
    tx,
    plan,
    kpi,
    panel,
    windows,
    jointMoments,
    rollOut: once(() => readRollOut(tx, plan, circumstance)),
    changes: once(() => readChanges(tx, panel)),
    eventTimes: once(() => readEventTimes(tx, plan, circumstance)),
  };
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | null = null;
  return () => {
    value ??= read();
    return value;
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
