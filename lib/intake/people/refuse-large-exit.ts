import "server-only";
import { sql } from "drizzle-orm";
import { DomainError } from "@/lib/errors";
import type { Merge } from "@/lib/intake/merge";

const largestShare = 0.2;

/** A file that ends a large share of the people employed is more often a wrong file than a wave of leavers. Needs `incoming`. */
export async function refuseLargeExit({ tx, orgId, confirmLargeExit }: Merge): Promise<void> {
  if (confirmLargeExit) return;
  const { rows } = await tx.execute<{ employed: number; leaving: number }>(sql`
    select (select count(*)::int from people where org_id = ${orgId} and exit_date is null) as employed,
      (select count(*)::int from incoming where not is_new and old_exit is null and exit_date is not null) as leaving`);
  const { employed = 0, leaving = 0 } = rows[0] ?? {};
  if (leaving <= employed * largestShare) return;
  const percent = Math.round((100 * leaving) / employed);
  throw new DomainError(
    "conflict",
    `This file ends the employment of ${leaving} of ${employed} people (${percent} %). Confirm it if that is so; nothing was changed`,
  );
}
