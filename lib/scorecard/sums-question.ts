import { type SQL, sql } from "drizzle-orm";
import { nobody } from "@/db/schema/rollups";
import type { Scope } from "@/lib/access/scope";
import type { Period } from "@/lib/metrics/period";

/**
 * How to divide a scope: by a place, units gathered under the heads of `into` (unit id -> head id), or by cohort (groups named
 * `<initiative id>:<arm>`), of one initiative where it is named. Somebody may stand in several cohorts. By engagement: `engaged`
 * are those who learned on at least one day a month in the period before, so that what is compared comes after; the rest `others`. By
 * support: how much the manager they reported to last did for learning in the period (`managerSupport`), or `unmanaged`.
 */
export type Division =
  | { by: "unit" | "role" | "site"; into?: ReadonlyMap<string, string> }
  | { by: "cohort"; initiativeId?: string }
  | { by: "engagement" }
  | { by: "support" };

export type Question = {
  orgId: string;
  scope: Scope;
  /** Everybody in the bounds of `scope` but its own people, who are then the rest. */
  restOf?: Scope;
  periods: readonly Period[];
  /** All metrics where absent. KPIs are `kpi:<id>`. */
  metrics?: readonly string[];
  division?: Division;
  /** The organisation's (`readStamp`): lets sums that are slow to make be kept for as long as it stays. */
  stamp?: string;
};

/** The name of the group a row of cells or people belongs to. */
export function groupOf(division: Division | undefined): SQL {
  if (!division) return sql`''`;
  if (division.by === "cohort") return sql`a.initiative_id || ':' || a.arm`;
  if (division.by === "engagement") return sql`case when engaged.person_id is null then 'others' else 'engaged' end`;
  if (division.by === "support") return sql`coalesce(supported.level, 'unmanaged')`;
  const column = sql.identifier(`${division.by}_id`);
  if (!division.into) return sql`coalesce(${column}, ${nobody}::uuid)::text`;
  const units = sql.param([...division.into.keys()]);
  const heads = sql.param([...division.into.values()]);
  return sql`coalesce((${heads}::text[])[array_position(${units}::uuid[], ${column})], ${nobody}::text)`;
}
