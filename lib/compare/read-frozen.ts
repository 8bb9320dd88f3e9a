import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Span } from "@/lib/access/group-rule";
import { isSmallGroup } from "@/lib/access/privacy";
import type { Bounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import type { ComparedGroup } from "./comparison";
import type { ResolvedGroup } from "./resolve-groups";

type Question = { viewer: Viewer; bounds: Bounds; groups: readonly ResolvedGroup[]; at: Span; minimum: number };

/** Of each group's frozen cohorts: how many people were fixed, and how many of them had left by the end of the period. */
export async function readFrozen(tx: Tx, question: Question): Promise<ComparedGroup["frozen"][]> {
  const { viewer, bounds, groups, at, minimum } = question;
  const counts = new Map<string, { people: number; left: number }>();
  for (const { id } of groups.flatMap(({ frozen }) => frozen)) {
    counts.set(id, await countFrozen(tx, viewer.orgId, bounds, id, at));
  }
  const small = (people: number) => (isSmallGroup(people, minimum) ? null : people);
  return groups.map(({ frozen }) =>
    frozen.map(({ id, name, on }) => {
      const { people = 0, left = 0 } = counts.get(id) ?? {};
      return { name, on, people: small(people), left: isSmallGroup(people, minimum) ? null : small(left) };
    }),
  );
}

/** Within the bounds, by where people stood last. */
async function countFrozen(
  tx: Tx,
  orgId: string,
  bounds: Bounds,
  id: string,
  at: Span,
): Promise<{ people: number; left: number }> {
  const inside =
    bounds.kind === "units"
      ? sql`(select e.unit_id from employments e where e.org_id = ${orgId} and e.person_id = c.person_id order by e.starts_on desc limit 1)
          = any(${sql.param(bounds.unitIds)}::uuid[])`
      : sql`true`;
  const { rows } = await tx.execute<{ people: number; left: number }>(sql`
    select count(*)::int as people, count(*) filter (where h.exit_date < ${at.end}::date)::int as left
    from cohort_members c left join people h on h.org_id = ${orgId} and h.id = c.person_id
    where c.org_id = ${orgId} and c.cohort_id = ${id}::uuid and ${inside}`);
  return rows[0] ?? { people: 0, left: 0 };
}
