import type { skillStatuses } from "@/db/schema/evidence";
import { usualTarget } from "@/lib/evidence/levels";
import type { EvidenceRules } from "@/lib/evidence/rules";
import { agreement } from "./agreement";
import { blend, lastDay, looksOf, ofSource, type Rating } from "./blend";
import { heldRun } from "./held";

type Flags = { independent: boolean | null; accurate: boolean | null; consistent: boolean | null };
export type SkillFacts = {
  /** Of behaviours the role asks: where its needs for the skill name some, of those; else of all. */
  ratings: readonly (Rating & Flags)[];
  /** Acts that are evidence of recall or simulated use, each with its score where it has one. */
  acts: readonly { kind: "recalled" | "simulated"; day: string; score: number | null }[];
  certifiedOn: string | null;
};
/** `target` is what the person's role asks for; null where it does not need the skill. */
export type SkillSetting = { rules: EvidenceRules; halfLifeDays: number; target: number | null };
export type SkillStatus = (typeof skillStatuses)[number];

/**
 * What the evidence says of a person and a skill, by the definition in METHODS.md; null where there is none. This is the reference: the
 * statements of `lib/rollups/skill-states-sql.ts` compute the same for everybody at once, and a test holds both to be equal.
 */
export function skillState({ ratings, acts, certifiedOn }: SkillFacts, { rules, halfLifeDays, target }: SkillSetting) {
  const looks = looksOf(ratings);
  const seen = blend(looks, rules, halfLifeDays);
  const { sources, agree } = seen ? agreement(looks, seen.seenOn, rules, halfLifeDays) : { sources: 0, agree: null };
  const held = heldRun(looks, rules, target ?? usualTarget);
  const [recalled, simulated] = [lastAct(acts, "recalled"), lastAct(acts, "simulated")];
  const self = ofSource(looks, "self", halfLifeDays);
  const status = (): SkillStatus | null => {
    if (seen && agree) return held.months >= rules.sustainedMonths ? "sustained" : "validated";
    if (seen) return "applied";
    if (simulated) return "simulated";
    if (recalled || certifiedOn) return "recalled";
    return self ? "self_rated" : null;
  };
  const found = status();
  if (found === null) return null;
  return {
    status: found,
    level: seen?.level ?? null,
    strength: seen?.strength ?? 0,
    seenOn: seen?.seenOn ?? null,
    margin: seen?.margin ?? null,
    sources,
    agree,
    manager: ofSource(looks, "manager", halfLifeDays),
    peer: ofSource(looks, "peer", halfLifeDays),
    system: ofSource(looks, "system", halfLifeDays),
    self,
    ...counted(ratings),
    recalledOn: recalled?.day ?? null,
    recallScore: recalled?.score ?? null,
    simulatedOn: simulated?.day ?? null,
    simulatedScore: simulated?.score ?? null,
    certifiedOn,
    heldSince: held.since,
    targetLevel: target === null ? null : (seen?.target ?? target),
  };
}

function counted(ratings: readonly (Rating & Flags)[]) {
  const others = ratings.filter(({ source }) => source !== "self");
  const known = (name: keyof Flags) => others.filter((one) => one[name] !== null).length;
  const yes = (name: keyof Flags) => others.filter((one) => one[name]).length;
  return {
    independent: yes("independent"),
    independentKnown: known("independent"),
    accurate: yes("accurate"),
    accurateKnown: known("accurate"),
    consistent: yes("consistent"),
    consistentKnown: known("consistent"),
  };
}

/** The last day of such an act, and the best score of that day. */
function lastAct(acts: SkillFacts["acts"], kind: "recalled" | "simulated") {
  const own = acts.filter((act) => act.kind === kind);
  const day = lastDay(own);
  if (day === null) return null;
  const scores = own.flatMap((act) => (act.day === day && act.score !== null ? [act.score] : []));
  return { day, score: scores.length > 0 ? Math.max(...scores) : null };
}
