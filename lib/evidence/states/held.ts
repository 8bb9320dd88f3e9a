import type { EvidenceRules } from "@/lib/evidence/rules";
import { tolerance } from "./agreement";
import { type Look, sum, worthOf } from "./blend";

/**
 * The unbroken run of measured months at or above the target that ends with the last one: its first month, and how many months it has. A
 * month is measured where somebody saw the skill in it; its level is the mean of its ratings by the sources' weights, without ageing.
 */
export function heldRun(looks: readonly Look[], rules: EvidenceRules, target: number) {
  const months = new Map<string, Look[]>();
  for (const look of looks) {
    if (worthOf(look.source, rules) === 0) continue;
    const month = `${look.day.slice(0, 7)}-01`;
    months.set(month, [...(months.get(month) ?? []), look]);
  }
  let since: string | null = null;
  let count = 0;
  for (const month of [...months.keys()].sort().reverse()) {
    if (levelOf(months.get(month) ?? [], rules) < target - tolerance) break;
    since = month;
    count += 1;
  }
  return { since, months: count };
}

function levelOf(looks: readonly Look[], rules: EvidenceRules): number {
  const weights = looks.map((look) => look.ratings * worthOf(look.source, rules));
  return sum(looks.map((look, index) => (weights[index] ?? 0) * look.level)) / sum(weights);
}
