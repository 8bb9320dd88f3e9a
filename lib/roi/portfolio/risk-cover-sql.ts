import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Needs of roles by the risk of getting them wrong. */
export type RiskCover = {
  risk: "high" | "medium" | "low";
  needs: number;
  /** For whose skill an initiative is evaluated, and those for whose skill one was shown to work. */
  evaluated: number;
  shown: number;
};

/** Needs whose skill, by its name or a former one, is among those of initiatives that were compared, and of those that worked. */
export async function readRiskCover(
  tx: Tx,
  orgId: string,
  { evaluated, shown }: { evaluated: readonly string[]; shown: readonly string[] },
): Promise<RiskCover[]> {
  const among = (names: readonly string[]) => sql`exists (
    select from skills was where was.org_id = ${orgId} and was.name = any(${sql.param([...names])}::text[]) and coalesce(was.merged_into, was.id) = s.id)`;
  const { rows } = await tx.execute<RiskCover>(sql`
    select coalesce(n.risk, s.risk) as risk, count(*)::int as needs, count(*) filter (where ${among(evaluated)})::int as evaluated,
      count(*) filter (where ${among(shown)})::int as shown
    from role_skills n join skills s on s.org_id = n.org_id and s.id = n.skill_id
    where n.org_id = ${orgId} and coalesce(n.risk, s.risk) is not null group by 1
    order by array_position(array['high', 'medium', 'low'], coalesce(n.risk, s.risk))`);
  return rows;
}
