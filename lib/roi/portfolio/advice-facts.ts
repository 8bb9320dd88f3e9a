import type { Direction, Grade } from "@/lib/evaluation/result";
import type { InitiativeStatus } from "@/lib/initiatives/status";
import type { Ranged } from "@/lib/money/case-result";
import type { Unconverted } from "@/lib/roi/results/initiative-money";

/** What an advice is computed from; nothing else counts, and nobody types one in. */
export type AdviceFacts = {
  status: InitiativeStatus;
  /** Too few people to show a result. */
  withheld: boolean;
  /** The day before which nothing is said, YYYY-MM-DD; null where the follow-up is over. */
  until: string | null;
  grade: Grade | null;
  /** Of the primary KPI. */
  direction: Direction | null;
  kpi: string | null;
  /** The interval of the primary KPI holds nothing that would matter. */
  flat: boolean;
  /** The first broken link of the chain, as one sentence and how to name it; null where none is known to be broken. */
  broken: { at: string; sentence: string } | null;
  /** What was taught was looked for at work, and not found. */
  notApplied: boolean;
  /** KPIs beside the primary one that moved the wrong way. */
  harmed: string[];
  /** What would raise the grade, the first thing first. */
  raise: string[];
  spent: number;
  /** Costs that wait for an exchange rate: they are not in `spent`, nor in `net`. */
  unconverted: Pick<Unconverted, "item" | "currency">[];
  /** Benefit that counts; null where no line does. */
  net: Ranged | null;
  /** Factors of its lines that nobody has stated. */
  missing: number;
};
