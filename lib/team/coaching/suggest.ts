import { daysBetween } from "@/lib/days";
import { isSeen, type SkillStanding } from "@/lib/team/person/skill-standing";

/** Something to coach somebody in, with its reason. Nothing follows from it by itself. */
export type Suggestion = {
  personId: string;
  name: string;
  skillId: string | null;
  skill: string;
  critical: boolean;
  reason:
    | { kind: "below-target"; level: number; target: number; ratings: number; seenOn: string }
    | { kind: "certified-not-applied"; certifiedOn: string; days: number }
    | { kind: "no-longer-seen"; seenOn: string; days: number }
    | { kind: "repeated-questions"; asked: number; days: number };
};

export type AskedAgain = { personId: string; what: string; asked: number };

type Member = { personId: string; name: string; standings: readonly SkillStanding[] };

/** Suggestions per person: more are a wall, not a help. */
const mostPerPerson = 2;
/** Days after a certificate before not having been seen says anything. */
const applyWithin = 30;
/** Times somebody asks about the same within the days looked at before it is worth a talk. */
export const askedOften = 3;
export const askedDays = 60;

const order: Suggestion["reason"]["kind"][] = [
  "below-target",
  "certified-not-applied",
  "no-longer-seen",
  "repeated-questions",
];

/**
 * What a manager may coach, critical skills first, then the largest gap. Only needed skills count, only levels that evidence still
 * carries, and never somebody's own view. `today` is "YYYY-MM-DD".
 */
export function suggest(members: readonly Member[], asked: readonly AskedAgain[], today: string): Suggestion[] {
  const days = (day: string) => daysBetween(day, today);
  return members.flatMap(({ personId, name, standings }) => {
    const of = (standing: SkillStanding, reason: Suggestion["reason"]): Suggestion => ({
      personId,
      name,
      skillId: standing.skillId,
      skill: standing.skill,
      critical: standing.critical,
      reason,
    });
    const found = standings
      .filter(({ isNeeded }) => isNeeded)
      .flatMap((standing): Suggestion[] => {
        const { level, target, ratings, seenOn, state, certifiedOn } = standing;
        if (isSeen(standing)) {
          return level !== null && seenOn !== null && level < target - 0.05
            ? [of(standing, { kind: "below-target", level, target, ratings, seenOn })]
            : [];
        }
        if (state === "no_longer_seen" && seenOn)
          return [of(standing, { kind: "no-longer-seen", seenOn, days: days(seenOn) })];
        return certifiedOn && days(certifiedOn) >= applyWithin
          ? [of(standing, { kind: "certified-not-applied", certifiedOn, days: days(certifiedOn) })]
          : [];
      });
    const questions = asked
      .filter((one) => one.personId === personId && one.asked >= askedOften)
      .map(
        ({ what, asked: times }): Suggestion => ({
          personId,
          name,
          skillId: null,
          skill: what,
          critical: false,
          reason: { kind: "repeated-questions", asked: times, days: askedDays },
        }),
      );
    return [...found, ...questions].toSorted(byWeight).slice(0, mostPerPerson);
  });
}

const gap = ({ reason }: Suggestion): number => (reason.kind === "below-target" ? reason.target - reason.level : 0);

function byWeight(a: Suggestion, b: Suggestion): number {
  return (
    Number(b.critical) - Number(a.critical) ||
    order.indexOf(a.reason.kind) - order.indexOf(b.reason.kind) ||
    gap(b) - gap(a) ||
    a.skill.localeCompare(b.skill)
  );
}
