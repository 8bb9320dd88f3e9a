import { daysBetween } from "@/lib/days";
import "server-only";
import { nobody } from "@/db/schema/rollups";
import { readBounds } from "@/lib/access/scope";
import { everywhere } from "@/lib/capability/map";
import { placeKey, withheldPlaces } from "@/lib/capability/withheld-places";
import { readRules } from "@/lib/evidence/read-rules";
import { readNames } from "@/lib/people/read-names";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { query } from "@/lib/server/tenant-access";
import { alignmentOf } from "./alignment";
import { judge, levelOf, missingFor } from "./criteria";
import { type PlaceFacts, placeFactsSql, type RoleFacts, roleFactsSql, valuedRolesSql } from "./facts-sql";
import { noteLevels } from "./known-levels";
import type { Maturity, MaturityPlace, MaturityRole } from "./maturity";
import { cheapestStep } from "./next-steps";
import { roadmapOf } from "./roadmap";

type Asked = { today: string };

/**
 * How mature measurement is, by role and site, as far as the viewer sees people: levels 1 to 4 with every criterion as counted. Places with
 * too few people, and those that would give such a place away, are withheld. Whoever sees everybody leaves changed levels noted with their day.
 */
export const readMaturity = query("capability.read", async (tx, { today }: Asked, viewer): Promise<Maturity | null> => {
  const { orgId } = viewer;
  const bounds = await readBounds(tx, viewer);
  if (!bounds) return null;
  const { minimum, asOf, span } = await readFreshness(tx, orgId);
  if (!span) return { kind: "empty" };
  const { rules } = await readRules(tx, orgId);
  const question = { orgId, bounds, month: span.last, asOf, leastStrength: rules.leastStrength };
  const places = (await withoutLoops(tx, true, () => tx.execute<PlaceFacts>(placeFactsSql(question)))).rows;
  const roles = (await tx.execute<RoleFacts>(roleFactsSql(orgId, asOf))).rows;
  const valued = new Set(
    (await tx.execute<{ roleId: string }>(valuedRolesSql(orgId))).rows.map(({ roleId }) => roleId),
  );
  const sites = await readNames(tx, orgId, "sites");

  const judged = places.flatMap((place) => {
    const role = roles.find(({ roleId }) => roleId === place.roleId);
    if (!role) return [];
    const signalAge = place.signalOn === null ? null : daysBetween(place.signalOn, today);
    const criteria = judge({ ...place, ...role, signalAge, valued: valued.has(place.roleId) });
    return [{ place, criteria, level: levelOf(criteria) }];
  });
  const known = await noteLevels(tx, {
    orgId,
    writes: bounds.kind === "everybody",
    found: judged.map(({ place, level, criteria }) => ({ ...keyOf(place), level, criteria })),
  });
  const counted = places.map(({ roleId, people, ...place }) => ({ roleId, siteId: siteName(place), people }));
  const withheld = await withheldPlaces(tx, { viewer, bounds, minimum, month: span.last, places: counted });

  const placeOf = (one: (typeof judged)[number]): MaturityPlace => {
    const { place, criteria, level } = one;
    const { roleId, siteId } = keyOf(place);
    const site = siteName(place);
    const label = place.everywhere ? "Everywhere" : (sites.get(place.siteId ?? "") ?? "No site named");
    if (withheld.has(placeKey(roleId, site))) return { site, label, shown: { kind: "withheld" } };
    const missing = missingFor(criteria);
    const { since, before } = known.get(`${roleId} ${siteId}`) ?? notYet;
    const { people } = place;
    return {
      site,
      label,
      shown: { kind: "judged", people, level, since, before, criteria, missing, cheapest: cheapestStep(missing) },
    };
  };
  const found = roles.flatMap(({ roleId, name, ...map }): MaturityRole[] => {
    const own = judged.filter(({ place }) => place.roleId === roleId);
    const everywhere = own.find(({ place }) => place.everywhere);
    if (!everywhere) return [];
    const bySite = own.filter(({ place }) => !place.everywhere).map(placeOf);
    return [
      {
        id: roleId,
        name,
        alignment: alignmentOf(map),
        everywhere: placeOf(everywhere),
        sites: bySite.toSorted((a, b) => a.label.localeCompare(b.label)),
      },
    ];
  });
  const labels = new Map(found.flatMap((role) => role.sites.map(({ site, label }) => [site, label] as const)));
  return {
    kind: "shown",
    minimum,
    asOf,
    sites: [...labels].map(([id, label]) => ({ id, label })).toSorted((a, b) => a.label.localeCompare(b.label)),
    roles: found,
    roadmap: roadmapOf(found),
  };
});

const notYet = { since: null, before: null };

const siteName = (place: Pick<PlaceFacts, "siteId" | "everywhere">) =>
  place.everywhere ? everywhere : (place.siteId ?? nobody);

/** The key of a level that is kept: `nobody` stands for everywhere. People without a site have none. */
const keyOf = ({ roleId, siteId, everywhere }: PlaceFacts) => ({
  roleId,
  siteId: everywhere ? nobody : siteId,
});
