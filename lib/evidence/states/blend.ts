import { daysBetween } from "@/lib/days";
import type { EvidenceRules } from "@/lib/evidence/rules";
import { ageWeight } from "./ageing";
import { tQuantile } from "./t-quantile";

/** Sources that can see somebody do it. What people say of themselves is none of them. */
export const seeing = ["manager", "peer", "system"] as const;
export type Seeing = (typeof seeing)[number];

/** A rating of a behaviour of the skill that was not struck. `rater` is whoever answers for it: a person, a user, a rule; null where unknown. */
export type Rating = {
  day: string;
  level: number;
  source: Seeing | "self";
  rater: string | null;
  /** What the role asks for in its behaviour, where that is more in one behaviour of the skill than in another; else null. */
  target?: number | null;
};

/** What one rater saw of a skill on one day. Its ratings lean on each other, so it counts once where precision is asked for. */
export type Look = { day: string; source: Seeing | "self"; ratings: number; level: number; target: number | null };

/** `target`: what is asked, by the same weights as the level; null where all behaviours are asked alike. */
export type Blend = { level: number; target: number | null; strength: number; margin: number | null; seenOn: string };

/** A level is a round number for something between: looks that all say the same still spread by what rounding hides (Sheppard). */
export const lowestSpread = 1 / 12;
/** An interval this wide to either side holds every level. */
export const widest = 4;

/** A source's weight beside the largest one: what a fresh rating of it is worth. */
export function worthOf(source: Rating["source"], { weights }: EvidenceRules): number {
  const most = Math.max(weights.manager, weights.peer, weights.system);
  return source === "self" || most === 0 ? 0 : weights[source] / most;
}

export function looksOf(ratings: readonly Rating[]): Look[] {
  const looks = new Map<string, Look>();
  for (const { day, level, source, rater, target = null } of ratings) {
    const id = JSON.stringify([source, rater, day]);
    const known = looks.get(id) ?? { ratings: 0, level: 0, target: 0 };
    const count = known.ratings + 1;
    const mean = (before: number, added: number) => (before * known.ratings + added) / count;
    looks.set(id, {
      day,
      source,
      ratings: count,
      level: mean(known.level, level),
      target: target === null || known.target === null ? null : mean(known.target, target),
    });
  }
  return [...looks.values()];
}

/**
 * Level, strength and 95 % margin over all who saw it, as of the last day on which somebody did. Null where nobody did, or only sources the
 * rules leave out. See METHODS.md, "Skill evidence".
 */
export function blend(looks: readonly Look[], rules: EvidenceRules, halfLifeDays: number): Blend | null {
  const counted = looks.filter(({ source }) => worthOf(source, rules) > 0);
  const seenOn = lastDay(counted);
  if (seenOn === null) return null;
  const weighed = counted
    .map((look) => ({
      ...look,
      weight: look.ratings * worthOf(look.source, rules) * ageWeight(daysBetween(look.day, seenOn), halfLifeDays),
    }))
    .filter(({ weight }) => weight > 0);
  const strength = sum(weighed.map(({ weight }) => weight));
  const level = sum(weighed.map((one) => one.weight * one.level)) / strength;
  return { level, target: targetOf(weighed), strength, seenOn, margin: marginOf(weighed, strength, level) };
}

/** What is asked in what was seen, by weights; null where all behaviours are asked alike. */
export function targetOf(weighed: readonly { weight: number; target: number | null }[]): number | null {
  const asked = weighed.flatMap(({ weight, target }) => (target === null ? [] : [{ weight, target }]));
  if (asked.length < weighed.length || asked.length === 0) return null;
  return sum(asked.map(({ weight, target }) => weight * target)) / sum(asked.map(({ weight }) => weight));
}

function marginOf(looks: readonly (Look & { weight: number })[], strength: number, level: number): number | null {
  if (looks.length < 2) return null;
  const squares = sum(looks.map(({ weight }) => weight ** 2));
  const effective = strength ** 2 / squares;
  const spread = sum(looks.map((one) => one.weight * (one.level - level) ** 2)) / (strength - squares / strength);
  const degrees = Math.floor(effective + 1e-6) - 1;
  const margin = tQuantile(degrees) * Math.sqrt(Math.max(lowestSpread, spread) / effective);
  return Number.isFinite(margin) ? Math.min(widest, margin) : widest;
}

/** Mean level of one source, its ratings and their last day; null where it has none. */
export function ofSource(looks: readonly Look[], source: Look["source"], halfLifeDays: number) {
  const own = looks.filter((look) => look.source === source);
  const on = lastDay(own);
  if (on === null) return null;
  const weights = own.map((look) => look.ratings * ageWeight(daysBetween(look.day, on), halfLifeDays));
  const level = sum(own.map((look, index) => (weights[index] ?? 0) * look.level)) / sum(weights);
  return { level, on, ratings: sum(own.map(({ ratings }) => ratings)) };
}

export function lastDay(dated: readonly { day: string }[]): string | null {
  return dated.reduce<string | null>((last, { day }) => (last === null || day > last ? day : last), null);
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
