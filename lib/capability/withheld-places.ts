import "server-only";
import type { Tx } from "@/db/client";
import { refusedViews } from "@/lib/access/differencing";
import { isSmallGroup, withheldGroups } from "@/lib/access/privacy";
import { type Bounds, defaultScope } from "@/lib/access/scope";
import { scopeText } from "@/lib/access/scope-request";
import { partText } from "@/lib/access/shown-group";
import type { Viewer } from "@/lib/access/viewer";
import { periodOf } from "@/lib/metrics/period";
import { everywhere } from "./map";

/** People of a role at a site (`nobody` where it is not known), or everywhere. */
type CountedPlace = { roleId: string; siteId: string; people: number };

export const placeKey = (roleId: string, siteId: string) => `${roleId} ${siteId}`;

type Guard = { viewer: Viewer; bounds: Bounds; minimum: number; month: string; places: readonly CountedPlace[] };

/**
 * Keys (`placeKey`) of the places of a table of roles by sites that may not be shown: small ones, those that would give one away, and those that
 * differ by too few people from what the viewer was shown before. The others are noted as shown, as groups of the scorecard are.
 * @param month first day of the month in which people were counted
 */
export async function withheldPlaces(tx: Tx, { viewer, bounds, minimum, month, places }: Guard): Promise<Set<string>> {
  const period = periodOf(month, "month");
  const whole = scopeText(defaultScope(bounds));
  const roles = places
    .filter(({ siteId }) => siteId === everywhere)
    .map(({ roleId, people }) => ({ id: roleId, people }));
  const sitesOf = (roleId: string) =>
    places
      .filter((place) => place.roleId === roleId && place.siteId !== everywhere)
      .map(({ siteId, people }) => ({ id: siteId, people }));
  const asked = [
    ...roles.map(({ id, people }) => ({ key: placeKey(id, everywhere), text: partText(whole, `role ${id}`), people })),
    ...roles.flatMap((role) =>
      sitesOf(role.id).map(({ id, people }) => ({
        key: placeKey(role.id, id),
        text: partText(scopeText({ kind: "role", id: role.id }), `site ${id}`),
        people,
      })),
    ),
  ]
    .filter(({ people }) => !isSmallGroup(people, minimum))
    .map(({ key, text, people }) => ({ key, view: { text, period, people } }));
  const views = asked.map(({ view }) => view);
  const refused = await refusedViews(tx, { viewer, bounds, setting: minimum }, views);
  const isRefused = new Set(asked.filter(({ view }) => refused.has(view)).map(({ key }) => key));
  const refusedOf = (ids: readonly { id: string }[], keyOf: (id: string) => string) =>
    new Set(ids.filter(({ id }) => isRefused.has(keyOf(id))).map(({ id }) => id));

  const withheld = new Set<string>();
  const everywhereOf = (id: string) => placeKey(id, everywhere);
  for (const id of withheldGroups(roles, minimum, refusedOf(roles, everywhereOf))) withheld.add(everywhereOf(id));
  for (const { id: roleId } of roles) {
    const sites = sitesOf(roleId);
    const siteKey = (id: string) => placeKey(roleId, id);
    // Where the whole role is withheld, its sites would tell it.
    const hidden = withheld.has(everywhereOf(roleId))
      ? sites.map(({ id }) => id)
      : withheldGroups(sites, minimum, refusedOf(sites, siteKey));
    for (const id of hidden) withheld.add(siteKey(id));
  }
  return withheld;
}
