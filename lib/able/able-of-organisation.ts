import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { defaultScope, resolveScope, type Scope } from "@/lib/access/scope";
import type { Preparation } from "@/lib/prepared/preparation";
import { readSpan } from "@/lib/rollups/span";
import { readAsOf } from "@/lib/team/as-of";
import { type CriticalTask, readCriticalTasks } from "@/lib/team/readiness/read-task-evidence";
import type { AbleCell, AbleChangeCell } from "./able-cells";
import { computeAble } from "./compute-able";
import { earlierDay } from "./earlier-day";

/** Who can do what, before anything is withheld. */
export type AbleFacts = {
  day: string;
  before: string | null;
  tasks: CriticalTask[];
  cells: AbleCell[];
  changes: AbleChangeCell[];
};

/** With so many jobs or ratings on file it takes a second or more to look through them. */
const manyFacts = 200_000;

/** Who can do which critical task alone, over everybody. Null where there are no facts. */
export const ableOfOrganisation: Preparation<"all", AbleFacts | null> = {
  name: "able/2",
  isLarge: async (tx, orgId) => {
    const { rows } = await tx.execute<{ large: boolean }>(sql`
      select exists (select from work_events where org_id = ${orgId} offset ${manyFacts})
        or exists (select from observations where org_id = ${orgId} offset ${manyFacts}) as large`);
    return rows[0]?.large ?? false;
  },
  compute: async (tx, orgId) => {
    const bounds = { kind: "everybody" } as const;
    const scope = await resolveScope(tx, bounds, defaultScope(bounds));
    if (!scope) throw new Error("There is always everybody");
    return readAbleFacts(tx, orgId, scope);
  },
};

/** The same of the people of a scope. */
export async function readAbleFacts(tx: Tx, orgId: string, scope: Scope): Promise<AbleFacts | null> {
  const [span, day] = [await readSpan(tx, orgId), await readAsOf(tx, orgId)];
  if (!span || !day) return null;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from roles where org_id = ${orgId} and retired_at is null`);
  const tasks = await readCriticalTasks(
    tx,
    orgId,
    rows.map(({ id }) => id),
  );
  const before = earlierDay(day, span);
  if (tasks.length === 0) return { day, before, tasks, cells: [], changes: [] };
  return { day, before, tasks, ...(await computeAble(tx, { orgId, scope, tasks, day, before })) };
}
