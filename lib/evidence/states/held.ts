import type { EvidenceRules } from "@/lib/evidence/rules";
import { tolerance } from "./agreement";
import { type Look, sum, targetOf, worthOf } from "./blend";

/**
 * The unbroken run of measured months at or above the target that ends with the last one: its first month, and how many months it has. A
 * month is measured where somebody saw the skill in it; its level is the mean of its ratings by the sources' weights, without ageing. `target` is that of the skill; where the role asks more in one behaviour than in another, the mean of theirs
 * by the same weights takes its place.
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
    const { level, asked } = measured(months.get(month) ?? [], rules);
    if (level < (asked ?? target) - tolerance) break;
    since = month;
    count += 1;
  }
  return { since, months: count };
}

function measured(looks: readonly Look[], rules: EvidenceRules) {
  const weighed = looks.map((look) => ({ ...look, weight: look.ratings * worthOf(look.source, rules) }));
  const level = sum(weighed.map((look) => look.weight * look.level)) / sum(weighed.map(({ weight }) => weight));
  return { level, asked: targetOf(weighed) };
}
