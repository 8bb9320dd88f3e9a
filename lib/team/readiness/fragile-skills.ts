import { isAtTarget, isSeen, type SkillStanding } from "@/lib/team/person/skill-standing";

type Named = { personId: string; name: string };
type Holder = Named & { standing: SkillStanding };

export type NextStep =
  | { kind: "look-together" | "coach" | "see-again" | "observe"; people: Named[] }
  /** Nobody is near: it has to be learned first. */
  | { kind: "learn"; people: Named[] };

/** A skill that the roles of a team need, and how many of its people hold it alone: how many may be away before nobody can. */
export type FragileSkill = {
  skillId: string;
  skill: string;
  /** Marked as critical; false where no need of the role is, so that all of them count. */
  critical: boolean;
  needed: number;
  ready: Named[];
  /** Oldest day on which one of the ready was last seen; null where nobody is ready. */
  oldest: string | null;
  /** People whose sources disagree. */
  disagree: Named[];
  isFragile: boolean;
  next: NextStep | null;
};

/** Below so many people ready alone a skill is fragile. */
export const leastReady = 2;
/** So much below the target somebody counts as near it. */
const near = 1;

/** Skills needed by people of a team, the most fragile first. Only critical needs of a person count, or all where none is critical. */
export function fragileSkills(people: readonly (Named & { standings: readonly SkillStanding[] })[]): FragileSkill[] {
  const holders = new Map<string, Holder[]>();
  for (const { standings, personId, name } of people) {
    const needed = standings.filter(({ isNeeded }) => isNeeded);
    const counted = needed.some(({ critical }) => critical) ? needed.filter(({ critical }) => critical) : needed;
    for (const standing of counted) {
      holders.set(standing.skillId, [...(holders.get(standing.skillId) ?? []), { personId, name, standing }]);
    }
  }
  return [...holders.values()]
    .map(describe)
    .toSorted((a, b) => a.ready.length - b.ready.length || b.needed - a.needed || a.skill.localeCompare(b.skill));
}

function describe(holders: readonly Holder[]): FragileSkill {
  const first = holders[0];
  if (!first) throw new Error("A skill without people");
  const ready = holders.filter(({ standing }) => isAtTarget(standing));
  const seenOn = ready.flatMap(({ standing }) => standing.seenOn ?? []).toSorted();
  const isFragile = ready.length < leastReady;
  return {
    skillId: first.standing.skillId,
    skill: first.standing.skill,
    critical: holders.some(({ standing }) => standing.critical),
    needed: holders.length,
    ready: ready.map(named),
    oldest: seenOn[0] ?? null,
    disagree: holders.filter(({ standing }) => standing.agree === false).map(named),
    isFragile,
    next: isFragile ? nextStep(holders.filter((holder) => !ready.includes(holder))) : null,
  };
}

/** The cheapest step towards one more person ready: settle a disagreement, coach who is near, look again, look at all, learn. */
function nextStep(others: readonly Holder[]): NextStep | null {
  const step = (kind: NextStep["kind"], which: (standing: SkillStanding) => boolean): NextStep | null => {
    const found = others.filter(({ standing }) => which(standing));
    return found.length > 0 ? { kind, people: found.map(named) } : null;
  };
  return (
    step("look-together", ({ agree, level, target }) => agree === false && level !== null && level >= target) ??
    step(
      "coach",
      (standing) => isSeen(standing) && standing.level !== null && standing.level >= standing.target - near,
    ) ??
    step("see-again", ({ state }) => state === "no_longer_seen") ??
    step("observe", (standing) => !isSeen(standing)) ??
    step("learn", () => true)
  );
}

const named = ({ personId, name }: Named): Named => ({ personId, name });
