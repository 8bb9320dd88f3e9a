import { isSmallGroup } from "@/lib/access/privacy";
import type { SkillCell } from "@/lib/evidence/read-skill-states";
import { studentTQuantile } from "@/lib/stats/student-t";
import type { Capability } from "./map";

type Standing = "evidenced" | "applied" | "validated" | "sustained";
type Count = Standing | "needed" | "certified" | "stale" | "certifiedNotApplied";

/** What may be told of a skill at a place beside how many need it: of those seen, and of those certified and seen. */
export type Told = { seen: boolean; certified: boolean };

/**
 * One skill over several places of a role. How those seen stand is told of a group that is large enough; a level where `withLevel` as well, from
 * the moments of disjoint groups (Chan et al. 1979), with a t interval over people.
 */
export function addPlaces(
  cells: readonly SkillCell[],
  { told, withLevel, minimum }: { told: Told; withLevel: boolean; minimum: number },
): Capability {
  const sum = (name: Count) => cells.reduce((all, cell) => all + cell[name], 0);
  const among = (isTold: boolean, name: Count) => (isTold ? sum(name) : null);
  const evidenced = sum("evidenced");
  return {
    needed: sum("needed"),
    neededTold: told.seen ? sum("needed") : 0,
    certified: sum("certified"),
    stale: sum("stale"),
    evidenced: among(told.seen, "evidenced"),
    applied: among(told.seen, "applied"),
    validated: among(told.seen, "validated"),
    sustained: among(told.seen, "sustained"),
    certifiedNotApplied: among(told.certified, "certifiedNotApplied"),
    fewSeen: isSmallGroup(evidenced, minimum),
    untold: told.seen ? 0 : 1,
    level: told.seen && withLevel ? levelOf(cells) : null,
  };
}

/**
 * Skills of a role at one place added up, from what is told of each and nothing else: a total cannot tell what a skill does not. Levels of
 * different skills are not averaged.
 */
export function addSkills(skills: readonly Capability[]): Capability {
  const told = skills.filter(({ evidenced }) => evidenced !== null);
  const standing = (name: Standing) => (told.length === 0 ? null : sum(told, (one) => one[name] ?? 0));
  const certified = skills.filter(({ certifiedNotApplied }) => certifiedNotApplied !== null);
  return {
    needed: sum(skills, ({ needed }) => needed),
    // Of the same skills as those seen, so that these are a part of it; as with the certified ones below.
    neededTold: sum(told, ({ neededTold }) => neededTold),
    stale: sum(skills, ({ stale }) => stale),
    evidenced: standing("evidenced"),
    applied: standing("applied"),
    validated: standing("validated"),
    sustained: standing("sustained"),
    certified: sum(certified, ({ certified }) => certified),
    certifiedNotApplied:
      certified.length === 0 ? null : sum(certified, ({ certifiedNotApplied }) => certifiedNotApplied ?? 0),
    fewSeen: told.length === 0 && skills.some(({ fewSeen }) => fewSeen),
    untold: sum(skills, ({ untold }) => untold),
    level: null,
  };
}

const sum = (list: readonly Capability[], of: (one: Capability) => number) =>
  list.reduce((all, one) => all + of(one), 0);

function levelOf(cells: readonly SkillCell[]): Capability["level"] {
  const seen = cells.filter(({ level }) => level !== null);
  const n = seen.reduce((sum, { evidenced }) => sum + evidenced, 0);
  if (n === 0) return null;
  const value = seen.reduce((sum, { level, evidenced }) => sum + (level ?? 0) * evidenced, 0) / n;
  const squares = seen.reduce(
    (sum, { level, levelVariance, evidenced }) =>
      sum + (levelVariance ?? 0) * (evidenced - 1) + evidenced * ((level ?? 0) - value) ** 2,
    0,
  );
  if (n < 2 || squares === 0) return { value, interval: null };
  const reach = studentTQuantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { value, interval: [Math.max(1, value - reach), Math.min(5, value + reach)] };
}
