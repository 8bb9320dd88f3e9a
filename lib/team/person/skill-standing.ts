import { statusWords } from "@/lib/evidence/explanation";
import { usualTarget } from "@/lib/evidence/levels";
import type { Standing } from "@/lib/evidence/standing";

/** What the evidence says of a person and a skill today, `skill_states` aged. */
export type SkillStanding = {
  skillId: string;
  skill: string;
  /** Whether the role asks for it today, and at which level. */
  isNeeded: boolean;
  critical: boolean;
  target: number;
  state: SkillState;
  /** Of what others saw; null where nobody did. */
  level: number | null;
  margin: number | null;
  /** How many fresh ratings the evidence is worth today. */
  strength: number;
  seenOn: string | null;
  ratings: number;
  sources: { source: "manager" | "peer" | "system"; level: number; ratings: number; on: string }[];
  /** Whether the sources agree; null where fewer than two speak. */
  agree: boolean | null;
  /** One's own view, which never counts as seen. */
  own: { level: number; on: string } | null;
  parts: Record<"independent" | "accurate" | "consistent", { yes: number; known: number }>;
  recalledOn: string | null;
  simulatedOn: string | null;
  certifiedOn: string | null;
  heldSince: string | null;
};

/** As the evidence of skills has them, or nothing at all. */
export type SkillState = Standing["status"] | "nothing";

/** What a state is called, and what it means. */
export const skillStateWords: Record<SkillState, { label: string; means: string }> = {
  nothing: { label: "No evidence", means: "Nothing speaks of it yet" },
  self_rated: { label: statusWords.self_rated, means: "Rated by the person alone; nobody saw it" },
  recalled: { label: statusWords.recalled, means: "A quiz or certificate shows knowledge; nobody saw it at work" },
  simulated: { label: statusWords.simulated, means: "Shown in a scenario, simulation or role play; not at work" },
  applied: { label: statusWords.applied, means: "Somebody or a system saw it at work" },
  validated: { label: statusWords.validated, means: "Independent sources saw it at work and agree" },
  sustained: { label: statusWords.sustained, means: "Validated, and seen at or above the target month after month" },
  expired: { label: statusWords.expired, means: "A quiz or certificate showed knowledge once, too long ago to count" },
  no_longer_seen: { label: statusWords.no_longer_seen, means: "It was seen, too long ago to count today" },
};

export const isSeen = ({ state }: Pick<SkillStanding, "state">): boolean =>
  state === "applied" || state === "validated" || state === "sustained";

/** Means of levels are floats: so little below the target still is at it. */
const rounding = 1e-9;

/** At the target or above, by evidence that still counts and does not disagree. */
export function isAtTarget({ state, level, target, agree }: SkillStanding): boolean {
  return isSeen({ state }) && level !== null && level >= target - rounding && agree !== false;
}

/** As the metrics take it. */
export const targetOr = (target: number | null): number => target ?? usualTarget;
