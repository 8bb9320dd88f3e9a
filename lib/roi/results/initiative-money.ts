import type { ValueType } from "@/db/schema/money";
import type { Direction, Grade } from "@/lib/evaluation/result";
import type { InitiativeStatus } from "@/lib/initiatives/status";
import type { Case, CostKind } from "@/lib/money/case";
import type { CaseResult } from "@/lib/money/case-result";

export type SignatureState = "signed" | "unsigned" | "declined" | "changed";

/** An assumption as it stands: of a line, of the initiative, or (neither) of the organisation. */
export type AssumptionState = {
  id: string;
  lineId: string | null;
  key: string;
  label: string;
  unit: string;
  value: number | null;
  low: number | null;
  high: number | null;
  alternatives: { value: number; source: string }[];
  origin: "measured" | "file" | "stated" | "template";
  source: string | null;
  owner: { id: string; name: string } | null;
  note: string | null;
  revision: number;
  /** `changed`: it was signed, and is another since. */
  signature: { state: SignatureState; by: string | null; at: string | null; note: string | null };
};

export type LineState = {
  id: string;
  title: string;
  valueType: ValueType;
  kpi: { id: string; code: string; name: string; unit: string | null; direction: "up" | "down" };
  /** Of the KPI's effect. */
  grade: Grade | null;
  direction: Direction | null;
};

/** A cost in a currency nobody entered a rate for. */
export type Unconverted = { item: string; kind: CostKind | null; amount: number; currency: string };

/** Why nobody knows how many became able to do it alone: too few to say, no rating says whether there was help, or no rise beyond chance. */
export type AbleUnknown = "withheld" | "unobserved" | "not_shown";

/** A case as `lib/money` computes it, and beside it what its ids stand for. */
export type BuiltCase = {
  initiativeId: string;
  code: string;
  title: string;
  status: InitiativeStatus;
  /** People the programme was meant for. */
  people: number;
  /** Heads an effect was found for; the lines count each for the part of the year they stayed. */
  exposed: number;
  skills: string[];
  activities: string[];
  /** Null before it was evaluated, or where its result is withheld. */
  evaluation: {
    id: string;
    grade: Grade;
    sentence: string;
    direction: Direction;
    dataVersion: string;
    evaluatedAt: string;
  } | null;
  case: Case;
  lines: LineState[];
  assumptions: AssumptionState[];
  /** Costs in a currency nobody entered a rate for: they are not in the case. */
  unconverted: Unconverted[];
  /** What costs that run still come to in the twelve months from `day` (YYYY-MM-DD), on which it was built. */
  running: number;
  day: string;
  /** The assumption by which learners' hours without a price of their own are in the cost; null where none are. */
  learnerRate: string | null;
  /** Null where the case knows how many became able. */
  ableUnknown: AbleUnknown | null;
};

/** A case with what it came to: the one figure that page, API and reports show. */
export type InitiativeMoney = BuiltCase & {
  resultId: string;
  digest: string;
  computedAt: string;
  result: CaseResult;
  /** Assumptions the figures rest on, and how many of them finance has signed as they stand. */
  used: number;
  signed: number;
};
