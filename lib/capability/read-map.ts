import "server-only";
import { nobody } from "@/db/schema/rollups";
import { defaultScope, readBounds, resolveScope } from "@/lib/access/scope";
import { peopleOf } from "@/lib/access/shown-group";
import { readSkillStates, type SkillCell } from "@/lib/evidence/read-skill-states";
import { periodOf } from "@/lib/metrics/period";
import { readNames } from "@/lib/people/read-names";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { query } from "@/lib/server/tenant-access";
import { addPlaces, addSkills } from "./add-cells";
import { type CapabilityMap, everywhere, type MapCell, type MapRow } from "./map";
import { toldPlaces } from "./told-places";
import { placeKey, withheldPlaces } from "./withheld-places";

type Asked = { role: string | null };

/**
 * What roles need against what is seen, by role and site, and for one role by skill: of the people the viewer may see, as of the last day of
 * data. Null where the role asked for is not there or not theirs to see.
 */
export const readMap = query("capability.read", async (tx, { role }: Asked, viewer): Promise<CapabilityMap | null> => {
  const { orgId } = viewer;
  const bounds = await readBounds(tx, viewer);
  const whole = bounds && (await resolveScope(tx, bounds, defaultScope(bounds)));
  if (!bounds || !whole) return null;
  const { span, minimum, asOf } = await readFreshness(tx, orgId);
  if (!span) return { kind: "empty" };
  const group = { scope: whole, kind: null, id: "", units: [], rest: null };
  const cells = await readSkillStates(tx, orgId, peopleOf(orgId, group, periodOf(span.last, "month")), asOf);
  if (cells.length === 0) return role === null ? { kind: "empty" } : null;

  const places = placesOf(cells);
  const withheld = await withheldPlaces(tx, { viewer, bounds, minimum, month: span.last, places });
  const [roleNames, skillNames, siteNames] = [
    await readNames(tx, orgId, "roles"),
    await readNames(tx, orgId, "skills"),
    await readNames(tx, orgId, "sites"),
  ];
  const rowOf = (
    roleId: string,
    own: readonly SkillCell[],
    about: Pick<MapRow, "id" | "name" | "target" | "critical">,
  ): MapRow => {
    const skills = bySkill(own).map((ofSkill) => ({
      ofSkill,
      toldAt: toldPlaces(
        ofSkill,
        minimum,
        new Set(ofSkill.map(({ siteId }) => siteId).filter((siteId) => withheld.has(placeKey(roleId, siteId)))),
      ),
    }));
    const isSkill = about.target !== null;
    const cellAt = (siteId: string): MapCell | null => {
      const found = skills.flatMap(({ ofSkill, toldAt }) => {
        const here = siteId === everywhere ? ofSkill : ofSkill.filter((cell) => cell.siteId === siteId);
        // The level of a site, together with that of the whole, would be that of the other sites.
        const withLevel = siteId === everywhere;
        return here.length === 0 ? [] : [addPlaces(here, { told: toldAt(siteId), withLevel, minimum })];
      });
      const [first] = found;
      if (!first) return null;
      if (withheld.has(placeKey(roleId, siteId))) return { siteId, state: { kind: "withheld" } };
      return { siteId, state: { kind: "shown", ...(isSkill ? first : addSkills(found)) } };
    };
    const siteIds = [everywhere, ...new Set(own.map(({ siteId }) => siteId))];
    const isShown = !withheld.has(placeKey(roleId, everywhere));
    return {
      ...about,
      symbolic: isSkill && isShown && own.every(({ everSeen }) => everSeen === 0),
      cells: siteIds.map(cellAt).filter((cell) => cell !== null),
    };
  };
  const byName = (a: MapRow, b: MapRow) => a.name.localeCompare(b.name);
  const rolesShown = [...new Set(cells.map(({ roleId }) => roleId))].map((id) =>
    rowOf(
      id,
      cells.filter(({ roleId }) => roleId === id),
      { id, name: roleNames.get(id) ?? "", target: null, critical: false },
    ),
  );
  const chosen = rolesShown.find(({ id }) => id === role);
  if (role !== null && !chosen) return null;
  const ofRole = cells.filter(({ roleId }) => roleId === role);
  const skills = [...new Set(ofRole.map(({ skillId }) => skillId))].map((id) => {
    const own = ofRole.filter(({ skillId }) => skillId === id);
    const { target = null, critical = false } = own[0] ?? {};
    return rowOf(role ?? "", own, { id, name: skillNames.get(id) ?? "", target, critical });
  });
  const sites = [...new Set(cells.map(({ siteId }) => siteId))].map((id) => ({
    id,
    label: id === nobody ? "No site named" : (siteNames.get(id) ?? ""),
  }));
  return {
    kind: "shown",
    minimum,
    asOf,
    sites: sites.toSorted((a, b) => a.label.localeCompare(b.label)),
    roles: rolesShown.toSorted(byName),
    chosen: chosen
      ? {
          id: chosen.id,
          name: chosen.name,
          skills: skills.toSorted((a, b) => Number(b.critical) - Number(a.critical) || byName(a, b)),
        }
      : null,
  };
});

function bySkill(cells: readonly SkillCell[]): SkillCell[][] {
  const skills = new Map<string, SkillCell[]>();
  for (const cell of cells) skills.set(cell.skillId, [...(skills.get(cell.skillId) ?? []), cell]);
  return [...skills.values()];
}

/** How many people stand in each place: every skill of a role is needed by all of its people there. */
function placesOf(cells: readonly SkillCell[]) {
  const bySite = new Map(
    cells.map(({ roleId, siteId, needed }) => [placeKey(roleId, siteId), { roleId, siteId, people: needed }]),
  );
  const sites = [...bySite.values()];
  const roleIds = [...new Set(sites.map(({ roleId }) => roleId))];
  const sum = (roleId: string) =>
    sites.filter((place) => place.roleId === roleId).reduce((all, { people }) => all + people, 0);
  return [...roleIds.map((roleId) => ({ roleId, siteId: everywhere, people: sum(roleId) })), ...sites];
}
