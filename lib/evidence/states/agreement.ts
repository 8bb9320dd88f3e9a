import { daysBetween } from "@/lib/days";
import type { EvidenceRules } from "@/lib/evidence/rules";
import { ageWeight } from "./ageing";
import { type Look, ofSource, seeing, sum, worthOf } from "./blend";

/** Levels and strengths are decimals that were added up: what is within this of a bound counts as on it. */
export const tolerance = 1e-9;

/**
 * How many sources speak of a skill on the day it was last seen, and whether enough of them agree. A source speaks while its own ratings are
 * worth at least the rules' least strength on that day. Enough agree where the rules' least number of sources lie within their distance of
 * each other. `agree` is null where fewer speak.
 */
export function agreement(looks: readonly Look[], seenOn: string, rules: EvidenceRules, halfLifeDays: number) {
  const levels = seeing.flatMap((source) => {
    const own = looks.filter((look) => look.source === source);
    const strength = sum(own.map((look) => look.ratings * ageWeight(daysBetween(look.day, seenOn), halfLifeDays)));
    const level = ofSource(looks, source, halfLifeDays)?.level;
    const speaks = worthOf(source, rules) > 0 && level !== undefined && strength >= rules.leastStrength - tolerance;
    return speaks && level !== undefined ? [level] : [];
  });
  return { sources: levels.length, agree: enoughAgree(levels, rules) };
}

function enoughAgree(levels: readonly number[], { leastSources, agreeWithin }: EvidenceRules): boolean | null {
  if (levels.length < leastSources) return null;
  const sorted = levels.toSorted((a, b) => a - b);
  return sorted.some((lowest, index) => {
    const highest = sorted[index + leastSources - 1];
    return highest !== undefined && highest - lowest <= agreeWithin + tolerance;
  });
}
