import type { Grade } from "@/lib/evaluation/result";
import type { PayVerdict, Pooled, SkillEvidence } from "./skill-pay";

type Judged = { rows: readonly SkillEvidence[]; applied: Pooled | null; effect: Pooled; grade: Grade };

/** Whether the skill was applied more and the KPI got better where it was. Of one initiative its own verdicts count, of several the pooled interval. */
export function verdictOf({ rows, applied, effect, grade }: Judged): PayVerdict {
  const [first] = rows;
  if (!first) return "unclear";
  const skill = moved(applied, "up", first.applied?.verdict);
  const kpi = moved(effect, first.kpi.direction, first.effect.verdict);
  if (skill === "flat" || skill === "worse") return "not_applied";
  if (skill !== "moved") return "unclear";
  if (kpi === "moved") return grade <= "C" ? "pays" : "unclear";
  return kpi === "flat" || kpi === "worse" ? "not_shown" : "unclear";
}

function moved(pooled: Pooled | null, wanted: "up" | "down", own: string | undefined): string {
  if (!pooled || pooled.kind === "not-estimable") return "unknown";
  if (pooled.kind === "single") return own ?? "unknown";
  const [low, high] = wanted === "up" ? pooled.ci : [-pooled.ci[1], -pooled.ci[0]];
  if (low > 0) return "moved";
  return high < 0 ? "worse" : "unclear";
}
