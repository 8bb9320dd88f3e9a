import { type Headline, headlineOf, isWithheld } from "@/lib/evaluation/headline";
import type { Plan, PlanKpi } from "@/lib/evaluation/plan";
import type { EvaluationResult, Grade } from "@/lib/evaluation/result";
import type { Ranged } from "@/lib/money/case-result";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";

/** The figures of a stored result of money as they stood; amounts in `currency`, over the years counted. */
export type MoneyThen = {
  currency: string;
  /** Null where no benefit was counted. */
  benefit: Ranged | null;
  cost: number;
  /** Share of draws in which less came back than was spent, 0 to 1; null where no benefit was counted. */
  lossProbability: number | null;
  /** Stated values the counted benefit rests on, and how many of them finance had signed. */
  assumptions: { used: number; signed: number };
  /** Names the stored result, so that it can be found again. */
  digest: string;
};

/** What could be said of an initiative at a moment, or why nothing could. */
export type ClaimThen =
  | { kind: "draft" }
  | { kind: "too-early"; until: string }
  | { kind: "withheld"; minimum: number }
  | {
      kind: "claimed";
      grade: Grade;
      sentence: string;
      headline: Headline;
      kpi: Pick<PlanKpi, "code" | "name" | "unit" | "direction"> | null;
      evaluationId: string;
      planHash: string;
      codeVersion: string;
    };

/** Evidence as it stood when a decision was recorded or reviewed. Never changed afterwards. */
export type EvidenceSnapshot = {
  /** A moment, ISO 8601. */
  takenAt: string;
  dataVersion: string;
  /** The title of the initiative that day; null for a decision of something else. */
  initiative: string | null;
  /** Null for a decision of something else. */
  claim: ClaimThen | null;
  /** Null where no case was computed, or it holds nothing. */
  money: MoneyThen | null;
};

/** A review keeps, beside the evidence of its own day, the day it had been due on. */
export type ReviewEvidence = EvidenceSnapshot & { dueOn: string | null };

type Evaluated = { id: string; codeVersion: string; planHash: string; result: EvaluationResult };

/** The money of an initiative as a snapshot keeps it: null where there is neither a benefit nor a cost. The one place where money enters. */
export function moneyThen(
  money: Pick<InitiativeMoney, "result" | "digest" | "used" | "signed"> | null,
): MoneyThen | null {
  if (!money) return null;
  const { result, digest, used, signed } = money;
  const { currency, benefit, cost, lines, lossProbability } = result;
  const isCounted = lines.some(({ counted }) => counted);
  if (!isCounted && cost.total === 0) return null;
  return {
    currency,
    benefit: isCounted ? benefit : null,
    cost: cost.total,
    lossProbability: isCounted && cost.total > 0 ? lossProbability : null,
    assumptions: { used, signed },
    digest,
  };
}

/**
 * The claim of an initiative as a snapshot keeps it; too early and withheld are kept as such, never as a figure.
 * @param evaluation null for a draft
 */
export function claimThen(
  plan: Pick<Plan, "primary" | "transform">,
  evaluation: Evaluated | null,
  minimum: number,
): ClaimThen {
  if (!evaluation) return { kind: "draft" };
  const { result, id: evaluationId, planHash, codeVersion } = evaluation;
  if (isWithheld(result, minimum)) return { kind: "withheld", minimum };
  if (result.early_until !== null) return { kind: "too-early", until: result.early_until };
  const { primary, transform } = plan;
  return {
    kind: "claimed",
    grade: result.claim.grade,
    sentence: result.claim.sentence,
    headline: headlineOf(result, minimum, transform[primary?.code ?? ""] === "log"),
    kpi: primary && { code: primary.code, name: primary.name, unit: primary.unit, direction: primary.direction },
    evaluationId,
    planHash,
    codeVersion,
  };
}
