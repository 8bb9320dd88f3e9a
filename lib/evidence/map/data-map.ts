import { isSmallGroup } from "@/lib/access/privacy";
import type { SkillCell } from "@/lib/evidence/read-skill-states";

/** Which sources speak of a skill, and how far what people were taught is seen at work. Shares are of those whose role needs it. */
export type SkillFeed = {
  skillId: string;
  skill: string;
  owner: string | null;
  halfLifeDays: number;
  behaviours: number;
  /** Behaviours with words for at least one level. */
  anchored: number;
  /** People whose role needs it; null where they are fewer than the minimum, and then nothing else about people is said. */
  needed: number | null;
  reach: Reach | null;
  /** Ratings on file by source. */
  ratings: { manager: number; peer: number; system: number } | null;
  rules: string[];
  /** Activities that test what is known, and those that practise it on made-up work. */
  tests: number;
  practices: number;
  /** Mean level by others, month by month; null where too few people were seen. */
  levels: (number | null)[];
};

export type Reach = {
  /** Share who passed a test or practice or hold a certificate: they are prepared. */
  prepared: number;
  /** Share seen at work at the level the role needs: that is where it has an impact. Null where it would tell how a few stand. */
  applied: number | null;
  /** Share prepared and not seen applying it; null as above. */
  preparedNotApplied: number | null;
  /** Share with no evidence but their own view, or none. */
  nothing: number;
  certified: number;
  /** Certificates held and those of them that have expired; null where fewer people than the minimum hold one. */
  certificates: { held: number; expired: number } | null;
  /** Certified, or needed, and nobody was ever seen applying it: the skill is a symbol. */
  symbolic: boolean;
};

export type DataMap = {
  skills: SkillFeed[];
  months: string[];
  minimum: number;
  certificateDays: number;
  kpis: number;
  initiatives: number;
};

/** Adds up the cells of one skill; null where nobody needs it. */
export function reachOf(cells: readonly SkillCell[], minimum: number): (Reach & { needed: number }) | null {
  const total = (
    name: "needed" | "known" | "applied" | "everSeen" | "certified" | "expired" | "prepared" | "preparedNotApplied",
  ) => cells.reduce((sum, cell) => sum + cell[name], 0);
  const needed = total("needed");
  if (needed === 0) return null;
  const held = total("certified");
  const isTold = !isSmallGroup(seenInFew(cells, minimum), minimum);
  return {
    needed,
    prepared: total("prepared") / needed,
    applied: isTold ? total("applied") / needed : null,
    preparedNotApplied: isTold ? total("preparedNotApplied") / needed : null,
    nothing: (needed - total("known")) / needed,
    certified: held / needed,
    certificates: isSmallGroup(held, minimum) ? null : { held, expired: total("expired") },
    symbolic: total("everSeen") === 0,
  };
}

/**
 * People seen in roles in which those are fewer than the minimum: how they stand is not told of such a role (`readMap`), and the sum over all
 * roles less the others would tell it.
 */
function seenInFew(cells: readonly SkillCell[], minimum: number): number {
  const byRole = new Map<string, number>();
  for (const { roleId, evidenced } of cells) byRole.set(roleId, (byRole.get(roleId) ?? 0) + evidenced);
  return [...byRole.values()].reduce((sum, seen) => sum + (isSmallGroup(seen, minimum) ? seen : 0), 0);
}
