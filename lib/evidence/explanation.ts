import type { Formats } from "@/lib/format/formats";
import { expiryOf } from "./expiry";
import { usualTarget } from "./levels";
import type { EvidenceRules } from "./rules";
import type { Standing } from "./standing";
import { type Seeing, seeing } from "./states/blend";
import type { skillState } from "./states/skill-state";

export type ExplainedRating = {
  id: string;
  day: string;
  behaviourId: string;
  behaviour: string;
  level: number;
  source: Seeing | "self";
  independent: boolean | null;
  accurate: boolean | null;
  consistent: boolean | null;
  /** When it was taken back after somebody contested it; it counts nowhere since. */
  struckOn: string | null;
  taxonomyVersion: number | null;
  /** Whether its behaviour is asked: not where the needs of the person's role name others, which alone count then. */
  isAsked: boolean;
  /** What is asked in its behaviour, where the role asks more in one than in another. */
  target: number | null;
  /** Of a rating from systems: the rule and its version. */
  rule: { id: string; name: string; version: number } | null;
  ageDays: number;
  /** What it is worth on the day asked for, in fresh ratings of the heaviest source; nought where it does not count. */
  weight: number;
  /** Its part of all weights, which is its part in the level. */
  share: number;
};

export type Explanation = {
  skill: string;
  day: string;
  rulesVersion: number;
  rules: EvidenceRules;
  halfLifeDays: number;
  /** Whether the skill has a half-life of its own. */
  halfLifeIsOwn: boolean;
  /** What the role asks; where that is more in one behaviour than in another, of those seen, by the same weights as the level. */
  target: number | null;
  targetsDiffer: boolean;
  critical: boolean;
  /** Null where nothing speaks of the skill. */
  state: ReturnType<typeof skillState>;
  standing: Standing | null;
  /** Newest first. */
  ratings: ExplainedRating[];
  /** Completed, passed, failed and certified activities of the skill, newest first; `kind` null where they are evidence of nothing. */
  acts: { day: string; activity: string; verb: string; score: number | null; kind: "recalled" | "simulated" | null }[];
};

export const statusWords: Record<Standing["status"], string> = {
  recalled: "Recalled",
  simulated: "Used in practice",
  self_rated: "Own view only",
  applied: "Seen at work",
  validated: "Validated",
  sustained: "Sustained",
  no_longer_seen: "No longer seen",
  expired: "Test or certificate expired",
};

const sourceWords: Record<Seeing | "self", string> = {
  manager: "managers",
  peer: "peers",
  system: "systems",
  self: "the person's own view",
};

/** The arithmetic behind a state, sentence by sentence. */
export function explainInWords(explanation: Explanation, formats: Formats): string[] {
  const { state, standing, rules, halfLifeDays, day } = explanation;
  const asked = `Rules of evidence, version ${explanation.rulesVersion}`;
  const others = otherWords(explanation);
  if (!state || !standing) {
    const nothing =
      others.length > 0
        ? "Nothing on file says anything of what the role asks."
        : "Nothing on file says anything about this skill.";
    return [nothing, ...others, `${asked}.`];
  }
  return [
    ...others,
    ...levelWords(explanation, formats),
    ...agreementWords(explanation, formats),
    ...heldWords(explanation, formats),
    ...ageWords(standing, state.seenOn, rules, formats),
    ...learnedWords(explanation, state, formats),
    ...(state.self
      ? [
          `Their own view, ${formats.number(state.self.level, { decimals: 1 })} of 5, stands apart and never counts as seen.`,
        ]
      : []),
    `${asked}: a rating counts half after ${halfLifeDays} days${explanation.halfLifeIsOwn ? ", which this skill has of its own" : ""}; computed for ${formats.date(day)}.`,
  ];
}

/** What was rated and is not asked of this role is listed, and said not to count. */
function otherWords({ ratings }: Explanation): string[] {
  const others = ratings.filter(({ isAsked }) => !isAsked).length;
  if (others === 0) return [];
  const are = others === 1 ? "One rating below is of a behaviour" : `${others} ratings below are of behaviours`;
  return [`${are} not asked of this role, whose needs name others: not counted.`];
}

function levelWords({ state, ratings, target, targetsDiffer }: Explanation, formats: Formats): string[] {
  if (state?.level == null || state.seenOn === null) return ["Nobody who counts has seen it at work."];
  const counted = ratings.filter(({ weight }) => weight > 0);
  const parts = seeing.flatMap((source) => {
    const own = counted.filter((rating) => rating.source === source);
    const level = state[source]?.level;
    if (own.length === 0 || level === undefined) return [];
    const share = own.reduce((sum, one) => sum + one.share, 0);
    return [
      `${formats.number(level, { decimals: 1 })} by ${sourceWords[source]} (${own.length} of the ratings, ${formats.percent(share, { decimals: 0 })} of the weight)`,
    ];
  });
  const margin =
    state.margin === null
      ? "one look says nothing about how exact it is"
      : `give or take ${formats.number(state.margin, { decimals: 1 })} with 95 % confidence, as far as ratings are a sample`;
  const ofSeen = targetsDiffer ? " on average in the behaviours seen, more in some than in others" : "";
  const asks = target === null ? "" : ` The role asks for ${levelOf(target, formats)}${ofSeen}.`;
  return [
    `Level ${formats.number(state.level, { decimals: 1 })} of 5: ${parts.join("; ")}. ${capital(margin)}.${asks}`,
  ];
}

function agreementWords({ state, rules }: Explanation, formats: Formats): string[] {
  if (!state || state.seenOn === null) return [];
  const within = formats.number(rules.agreeWithin);
  if (state.agree === null) {
    return [`Not validated: ${state.sources} of the ${rules.leastSources} kinds of source it takes speak of it.`];
  }
  return [
    state.agree
      ? `Validated: ${rules.leastSources} kinds of source lie within ${within} of a level of each other.`
      : `Not validated: no ${rules.leastSources} kinds of source lie within ${within} of a level of each other.`,
  ];
}

function heldWords({ state, target, targetsDiffer, rules }: Explanation, formats: Formats): string[] {
  if (!state?.heldSince) return [];
  const level = levelOf(target ?? usualTarget, formats);
  const held = `${targetsDiffer ? "At what is asked" : `At level ${level}`} or above in every measured month since ${formats.month(state.heldSince)}`;
  return [
    state.status === "sustained"
      ? `${held}: sustained.`
      : `${held}; sustained takes ${rules.sustainedMonths} such months and validation.`,
  ];
}

function ageWords(
  standing: Standing,
  seenOn: string | null,
  { leastStrength }: EvidenceRules,
  formats: Formats,
): string[] {
  if (seenOn === null) return [];
  const now = `Last seen on ${formats.date(seenOn)}; all that was seen is worth ${formats.number(standing.strength, { decimals: 2 })} fresh ratings today`;
  if (standing.fallsOn === null) return [`${now}.`];
  const verb =
    standing.status === "no_longer_seen"
      ? "it has counted as no longer seen since"
      : "it will count as no longer seen from";
  return [`${now}. Under ${formats.number(leastStrength)} ${verb} ${formats.date(standing.fallsOn)}.`];
}

function learnedWords(
  { rules, day }: Explanation,
  state: NonNullable<Explanation["state"]>,
  formats: Formats,
): string[] {
  const score = (value: number | null) => (value === null ? "" : ` with ${formats.percent(value, { decimals: 0 })}`);
  const expiry = (of: string) => {
    const until = expiryOf(of, rules);
    return until <= day ? `; expired on ${formats.date(until)}, and says nothing of today` : "";
  };
  return [
    ...(state.simulatedOn
      ? [`Used in practice on ${formats.date(state.simulatedOn)}${score(state.simulatedScore)}.`]
      : []),
    ...(state.recalledOn
      ? [
          `Passed a test of it on ${formats.date(state.recalledOn)}${score(state.recallScore)}${expiry(state.recalledOn)}.`,
        ]
      : []),
    ...(state.certifiedOn
      ? [
          `Certified on ${formats.date(state.certifiedOn)}, which says what they knew that day${expiry(state.certifiedOn)}.`,
        ]
      : []),
  ];
}

const levelOf = (level: number, formats: Formats) =>
  formats.number(level, { decimals: Number.isInteger(level) ? 0 : 1 });
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
