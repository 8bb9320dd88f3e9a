import { isSmallGroup, withheldGroups } from "@/lib/access/privacy";

type Counted = { roleId: string; siteId: string | null; everywhere: boolean; people: number };
type Division = { by: "role" } | { by: "site"; roleId: string | null; hidden: ReadonlySet<string> };

/**
 * Of which roles, or sites of a role, it may not be told how those seen stand: fewer than the minimum were seen, or the total of the role less the
 * others would tell it of such a site. `hidden` are sites nothing is shown of.
 */
export function untoldPlaces(rows: readonly Counted[], division: Division, minimum: number): ReadonlySet<string> {
  if (division.by === "role") {
    const small = rows.filter((row) => row.everywhere && isSmallGroup(row.people, minimum));
    return new Set(small.map(({ roleId }) => roleId));
  }
  const sites = rows.flatMap(({ roleId, siteId, everywhere, people }) =>
    !everywhere && siteId !== null && roleId === division.roleId ? [{ id: siteId, people }] : [],
  );
  return withheldGroups(sites, minimum, division.hidden);
}
