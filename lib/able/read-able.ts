import "server-only";
import type { Tx } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { nobody } from "@/db/schema/rollups";
import { type Bounds, defaultScope, readBounds, resolveScope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { everywhere } from "@/lib/capability/map";
import { placeKey, withheldPlaces } from "@/lib/capability/withheld-places";
import { readNames } from "@/lib/people/read-names";
import { keepForBounds } from "@/lib/prepared/keep-for-bounds";
import { readPrepared } from "@/lib/prepared/read-prepared";
import type { Told } from "@/lib/prepared/told";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { query } from "@/lib/server/tenant-access";
import type { Able, AblePlace, AbleTask } from "./able";
import type { AbleCell } from "./able-cells";
import { type AbleFacts, ableOfOrganisation, readAbleFacts } from "./able-of-organisation";
import { tellChange, tellPlaces } from "./tell-able";

const kept = keepRecent<AbleFacts | null>(20);

type Asked = { role: string | null };

/** `able` is null where there is no answer yet. */
export type ToldAble = { told: Told; able: Able | null };

/**
 * How many people can do each critical task alone, with the quality, errors and help of their work, against a year earlier: of the people the
 * viewer may see, by role, and by site for one role. Null where the role asked for is not there or not theirs to see.
 */
export const readAble = query("capability.read", async (tx, { role }: Asked, viewer): Promise<ToldAble | null> => {
  const bounds = await readBounds(tx, viewer);
  if (!bounds) return null;
  const { told, answer } = await readFacts(tx, viewer, bounds);
  if (told.kind === "preparing" || told.kind === "failed") return { told, able: null };
  if (!answer) return role === null ? { told, able: { kind: "empty" } } : null;
  const able = await tellAll(tx, { viewer, bounds, facts: answer, role });
  return able && { told, able };
});

async function readFacts(tx: Tx, { orgId }: Viewer, bounds: Bounds): Promise<{ told: Told; answer: AbleFacts | null }> {
  if (bounds.kind === "everybody") return readPrepared(tx, orgId, ableOfOrganisation, "all");
  const scope = await resolveScope(tx, bounds, defaultScope(bounds));
  const answer =
    scope && (await keepForBounds(tx, { orgId, bounds, store: kept }, () => readAbleFacts(tx, orgId, scope)));
  return { told: { kind: "current" }, answer };
}

type Telling = { viewer: Viewer; bounds: Bounds; facts: AbleFacts; role: string | null };

async function tellAll(tx: Tx, { viewer, bounds, facts, role }: Telling): Promise<Able | null> {
  const { orgId } = viewer;
  const { day, before, tasks, cells, changes } = facts;
  if (tasks.length === 0) return role === null ? { kind: "no-tasks" } : null;
  if (cells.length === 0) return role === null ? { kind: "empty" } : null;
  const [organisation] = await tx.select({ minimum: organisations.minimumGroupSize }).from(organisations);
  if (!organisation) throw new Error(`The organisation ${orgId} is gone`);
  const { minimum } = organisation;
  const guard = { viewer, bounds, minimum };
  const withheld = await withheldPlaces(tx, { ...guard, month: day, places: placesNow(cells) });
  const peopleBefore = new Map(changes.map(({ roleId, all }) => [roleId, all.before.n]));
  const places = [...peopleBefore].map(([roleId, people]) => ({ roleId, siteId: everywhere, people }));
  const withheldThen = before && (await withheldPlaces(tx, { ...guard, month: before, places }));

  const siteNames = await readNames(tx, orgId, "sites");
  const labelOf = (siteId: string) => (siteId === nobody ? "No site named" : (siteNames.get(siteId) ?? ""));
  const toldTasks = tasks.flatMap(({ rule: _rule, ...task }): AbleTask[] => {
    const own = cells.filter(({ roleId, taskId }) => roleId === task.roleId && taskId === task.taskId);
    if (own.length === 0) return [];
    const keyOf = (siteId: string) => placeKey(task.roleId, siteId);
    const siteIds = own.map(({ siteId }) => siteId);
    const stateAt = tellPlaces(own, { minimum, hidden: new Set(siteIds.filter((id) => withheld.has(keyOf(id)))) });
    const placeAt = (siteId: string): AblePlace => ({
      siteId,
      label: siteId === everywhere ? "All sites" : labelOf(siteId),
      state: withheld.has(keyOf(siteId)) ? { kind: "withheld" } : stateAt(siteId),
    });
    const changed = changes.find(({ roleId, taskId }) => roleId === task.roleId && taskId === task.taskId);
    const isHidden = [withheld, withheldThen || withheld].some((hidden) => hidden.has(keyOf(everywhere)));
    return [
      {
        ...task,
        whole: placeAt(everywhere),
        sites:
          role === null || own.length < 2
            ? []
            : siteIds.map(placeAt).toSorted((a, b) => a.label.localeCompare(b.label)),
        change: isHidden ? { kind: "withheld" } : changed ? tellChange(changed, minimum) : { kind: "too-early" },
      },
    ];
  });
  const roles = new Map(toldTasks.map((task) => [task.roleId, task.role]));
  if (role !== null && !roles.has(role)) return null;
  return {
    kind: "shown",
    minimum,
    asOf: day,
    before,
    roles: [...roles].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name)),
    role,
    tasks: role === null ? toldTasks : toldTasks.filter(({ roleId }) => roleId === role),
  };
}

/** How many people stand in each place: every critical task of a role is done by all of its people there. */
function placesNow(cells: readonly AbleCell[]) {
  const sites = new Map(
    cells.map(({ roleId, siteId, people }) => [placeKey(roleId, siteId), { roleId, siteId, people }]),
  );
  const roles = new Map<string, number>();
  for (const { roleId, people } of sites.values()) roles.set(roleId, (roles.get(roleId) ?? 0) + people);
  return [...[...roles].map(([roleId, people]) => ({ roleId, siteId: everywhere, people })), ...sites.values()];
}
