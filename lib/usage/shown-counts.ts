import { isSmallGroup, minimumPeople, withheldGroups } from "@/lib/access/privacy";

/** How many people did something, as it may be told: exactly, or only that they are fewer than the minimum, or not at all. */
export type ShownCount = { kind: "count"; users: number } | { kind: "few"; minimum: number } | { kind: "withheld" };

/**
 * Which counts of people by role may be told beside their total: one under the minimum is told as "fewer than", and where the total less the others
 * would tell it, so is withheld the next smallest. Nobody is told as none. Roles may share people, so no more follows from the total.
 */
export function shownCounts<Role extends string>(
  byRole: ReadonlyMap<Role, number>,
  total: number,
  minimum: number,
): { of: (role: Role) => ShownCount; total: ShownCount } {
  const few: ShownCount = { kind: "few", minimum: minimumPeople(minimum) };
  const withheld = withheldGroups(
    [...byRole].map(([id, people]) => ({ id, people })),
    minimum,
  );
  const told = (users: number): ShownCount => (isSmallGroup(users, minimum) ? few : { kind: "count", users });
  return {
    of: (role) => {
      const shown = told(byRole.get(role) ?? 0);
      return shown.kind === "count" && withheld.has(role) ? { kind: "withheld" } : shown;
    },
    total: told(total),
  };
}
