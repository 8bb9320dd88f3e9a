import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Bounds, reportingLine } from "@/lib/access/scope";

/** A condition on a row `m` of person_months or employments: somebody the viewer may see figures of, by where they stood then. */
export function withinBounds(orgId: string, bounds: Bounds): SQL {
  if (bounds.kind === "units") return sql`m.unit_id = any(${sql.param(bounds.unitIds)}::uuid[])`;
  if (bounds.kind === "line") return sql`m.person_id in (${reportingLine(orgId, bounds.personId)})`;
  return sql`true`;
}
