import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { nobody } from "@/db/schema/rollups";
import { engagedDays } from "@/lib/metrics/engaged-days";
import { supportedPeople } from "@/lib/metrics/manager-support";
import { type Period, shiftPeriod } from "@/lib/metrics/period";
import { parseRuled } from "./group-rule";
import { ruledPeople } from "./ruled-people";
import { type Bounds, defaultScope, resolveScope, type Scope, unitsBelow } from "./scope";
import { populationOf } from "./scope-population";
import { parseScope } from "./scope-request";

/**
 * The part of a scope that a group of a table stands for, as text: `unit <id>` (with all below), `own <id>` (that unit alone),
 * `role <id>`, `site <id>`, `cohort <initiative id>:<arm>`, `engagement engaged`, `support regular`; `rest <scope>` is everybody but that scope. A group
 * by free rules stands alone, as `ruledText` writes it.
 */
export function partText(scopeText: string, part: string | null): string {
  return part === null ? scopeText : JSON.stringify([scopeText, part]);
}

/** People figures were or are to be shown of. */
export type ShownGroup = { scope: Scope; kind: string | null; id: string; units: string[]; rest: Scope | null };

/** Null where the text names nothing a viewer may see (any more). */
export async function resolveShown(tx: Tx, bounds: Bounds, text: string): Promise<ShownGroup | null> {
  if (parseRuled(text)) {
    const all = await resolveScope(tx, bounds, defaultScope(bounds));
    return all && { scope: all, kind: "ruled", id: text, units: [], rest: null };
  }
  const [scopeText = "", part = ""] = text.startsWith("[") ? (JSON.parse(text) as string[]) : [text];
  const scope = await scopeOf(tx, bounds, scopeText);
  if (!scope) return null;
  const [, kind = null, id = ""] = /^(\w+) (.*)$/s.exec(part) ?? [];
  const units = kind === "unit" ? await unitsBelow(tx, [id]) : [id];
  const rest = kind === "rest" ? await scopeOf(tx, bounds, id) : null;
  return kind === "rest" && !rest ? null : { scope, kind, id, units, rest };
}

async function scopeOf(tx: Tx, bounds: Bounds, text: string): Promise<Scope | null> {
  const request = parseScope(text);
  return request && resolveScope(tx, bounds, request);
}

/** Where somebody stands; `nobody` where that is not known. */
export type Place = { unit: string; role: string; site: string };

/** Tells by the place who belongs to the group; null where the place does not decide it. */
export function byPlace({ scope, kind, id, units, rest }: ShownGroup): ((place: Place) => boolean) | null {
  const inScope = scopeByPlace(scope);
  const taken = rest && scopeByPlace(rest);
  if (
    !inScope ||
    (rest && !taken) ||
    kind === "cohort" ||
    kind === "engagement" ||
    kind === "support" ||
    kind === "ruled"
  )
    return null;
  const inside = new Set(units);
  return (place) => {
    if (!inScope(place)) return false;
    if (kind === "unit" || kind === "own") return inside.has(place.unit);
    if (kind === "role" || kind === "site") return place[kind] === id;
    return !taken?.(place);
  };
}

function scopeByPlace({ request, bounds, unitIds }: Scope): ((place: Place) => boolean) | null {
  if (bounds.kind === "line" || request.kind === "team" || request.kind === "initiative") return null;
  const units = unitIds && new Set(unitIds);
  const isRight = ({ role, site }: Place) =>
    request.kind === "role" ? role === request.id : request.kind !== "site" || site === request.id;
  return (place) => (!units || units.has(place.unit)) && isRight(place);
}

/** True for two arms of one initiative, and two sides of engagement or levels of support in one scope: nobody is in both, so they differ by everybody. */
export function neverMeet(one: ShownGroup, other: ShownGroup): boolean {
  if (one.kind === "engagement" || one.kind === "support")
    return other.kind === one.kind && other.id !== one.id && other.scope.text === one.scope.text;
  const [left, right] = [armOf(one), armOf(other)];
  return left !== null && right !== null && left.id === right.id && left.arm !== right.arm;
}

function armOf({ kind, id, scope: { request } }: ShownGroup): { id: string; arm: string } | null {
  if (kind === null) return request.kind === "initiative" && request.arm ? { id: request.id, arm: request.arm } : null;
  const [initiative = "", ...arm] = id.split(":");
  return kind === "cohort" ? { id: initiative, arm: arm.join(":") } : null;
}

/** Everybody employed in the period who belongs to the group, by the last month in which they were employed, as `select person_id`. */
export function peopleOf(orgId: string, { scope, kind, id, units, rest }: ShownGroup, period: Period): SQL {
  const ruled = kind === "ruled" ? parseRuled(id) : null;
  if (ruled) return ruledPeople(orgId, scope.bounds, ruled, period);
  const { person, place } = populationOf(orgId, scope);
  const everybody = sql`
    select place.person_id from (
      select distinct on (m.person_id) m.person_id, m.unit_id, m.site_id, m.team_id, m.role_id
      from person_months m
      where m.org_id = ${orgId} and m.month >= ${period.start} and m.month < ${period.end} and m.employed_days > 0
        and ${person ?? sql`true`} and ${isMember(orgId, kind, id, period)}
      order by m.person_id, m.month desc
    ) place where ${place ?? sql`true`} and ${standsIn(kind, id, units)}`;
  return rest ? sql`${everybody} except ${peopleOf(orgId, { ...whole, scope: rest }, period)}` : everybody;
}

const whole = { kind: null, id: "", units: [], rest: null };

function standsIn(kind: string | null, id: string, units: readonly string[]): SQL {
  if (kind === "unit" || kind === "own")
    return sql`coalesce(place.unit_id, ${nobody}) = any(${sql.param(units)}::uuid[])`;
  if (kind === "role") return sql`coalesce(place.role_id, ${nobody}) = ${id}`;
  return kind === "site" ? sql`coalesce(place.site_id, ${nobody}) = ${id}` : sql`true`;
}

function isMember(orgId: string, kind: string | null, id: string, period: Period): SQL {
  if (kind === "cohort") {
    const [initiative, ...arm] = id.split(":");
    return sql`m.person_id in (
      select person_id from arm_members where org_id = ${orgId} and initiative_id = ${initiative} and arm = ${arm.join(":")})`;
  }
  if (kind === "support") {
    return sql`coalesce((select g.level from (${supportedPeople(orgId, period)}) g where g.person_id = m.person_id), 'unmanaged') = ${id}`;
  }
  if (kind !== "engagement") return sql`true`;
  const before = shiftPeriod(period, -1);
  return sql`(m.person_id in (
    select person_id from person_months where org_id = ${orgId} and month >= ${before.start} and month < ${before.end}
    group by person_id having sum(bit_count(day_mask::bit(32))) >= ${sql.raw(String(engagedDays[period.grain]))}
  )) = ${id === "engaged"}`;
}
