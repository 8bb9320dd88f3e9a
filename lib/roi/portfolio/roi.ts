import type { Headline } from "@/lib/evaluation/headline";
import type { Direction, Grade } from "@/lib/evaluation/result";
import type { InitiativeStatus } from "@/lib/initiatives/status";
import type { Ranged } from "@/lib/money/case-result";
import type { Unconverted } from "@/lib/roi/results/initiative-money";
import type { Signatures } from "@/lib/roi/results/signatures-of";
import type { Advice } from "./advice-table";
import type { DeliveryCount } from "./by-delivery";
import type { RiskCover } from "./risk-cover-sql";
import type { RollUp } from "./roll-up";
import type { StopList } from "./stop-list";
import type { WhatIf } from "./what-if";

/** An initiative in the portfolio; money in the organisation's currency, over the years its case counts. */
export type RoiRow = {
  initiativeId: string;
  code: string;
  title: string;
  status: InitiativeStatus;
  owner: string | null;
  advice: Advice;
  /** The rule of the advice table that gave it. */
  rule: string;
  reason: string;
  grade: Grade | null;
  sentence: string | null;
  direction: Direction | null;
  kpi: { code: string; name: string; unit: string | null; direction: "up" | "down" } | null;
  headline: Headline | null;
  people: number;
  spent: number;
  /** Costs that wait for an exchange rate: they are not in what was spent. */
  unconverted: number;
  learnerHours: number;
  /** What the initiative's own page says; null where none of its benefit counts. */
  benefit: Ranged | null;
  net: Ranged | null;
  returnOnInvestment: Ranged | null;
  lossProbability: number | null;
  /** Of the benefit, what the enterprise counts. */
  share: number;
  /** Assumptions the counted benefit rests on, and those finance has signed. */
  used: number;
  signed: number;
  /** Names the stored result all of this comes from. */
  resultId: string;
  digest: string;
};

export type Roi = {
  currency: string;
  dataVersion: string;
  /** When the newest of the stored results was computed; null without any. */
  computedAt: string | null;
  /** The day all of it is of, YYYY-MM-DD: what still runs is counted from it. Null without initiatives. */
  day: string | null;
  minimum: number;
  rows: RoiRow[];
  rollUp: RollUp;
  stops: StopList;
  /** Money spent, and the primary KPI is where it was, or worse; the dearest first. */
  flat: RoiRow[];
  deliveries: DeliveryCount[];
  /** One for each budget one may choose, from nothing to what everybody who can be reached would cost. */
  whatIf: WhatIf[];
  /** Initiatives worth scaling for which nobody is left, or no cost is on file. */
  notScalable: { initiativeId: string; title: string; because: "nobody-left" | "no-costs" }[];
  risks: RiskCover[];
  /** Of all figures together: an assumption several initiatives use counts once. */
  signatures: Signatures;
  /** Costs that wait for an exchange rate, with the title of their initiative. */
  unconverted: (Unconverted & { title: string })[];
};
