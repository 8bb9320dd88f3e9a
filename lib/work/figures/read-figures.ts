import "server-only";
import type { Tx } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { type Bounds, readBounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { readStamp } from "@/lib/scorecard/read-stamp";
import { query } from "@/lib/server/tenant-access";
import { readTaskSums } from "./read-task-sums";
import { taskFigures, type WorkFigures } from "./task-figures";
import { readWorkPeriod, type WorkPeriod } from "./work-period";

/** What all pages of /work start from. `period` is null where no work is on file; then nothing else is known either. */
export type WorkView = {
  period: WorkPeriod | null;
  /** The people figures are of: everybody, those of the viewer's units, or those who report to them. */
  people: Bounds["kind"];
  minimum: number;
  figures: WorkFigures;
};

const kept = keepRecent<WorkView>(30);
const none: WorkFigures = { tasks: [], withheld: [], roles: [] };

const compute = query("work.read", async (tx, { roleId }: { roleId: string | null }, viewer): Promise<WorkView> => {
  const { bounds, minimum, period } = await openWork(tx, viewer);
  if (!bounds || !period) return { period: null, people: bounds?.kind ?? "line", minimum, figures: none };
  const sums = await readTaskSums(tx, { orgId: viewer.orgId, bounds, period, roleId, minimum });
  return { period, people: bounds.kind, minimum, figures: taskFigures(sums, minimum) };
});

/** What a read model of work needs before it reads: how far the viewer sees, the minimum group and the period. */
export async function openWork(tx: Tx, viewer: Viewer) {
  const bounds = await readBounds(tx, viewer);
  const [organisation] = await tx.select({ minimum: organisations.minimumGroupSize }).from(organisations);
  if (!organisation) throw new Error(`The organisation ${viewer.orgId} is gone`);
  return { bounds, minimum: organisation.minimum, period: await readWorkPeriod(tx, viewer.orgId) };
}

/**
 * Figures of the tasks of one role (of all with `roleId` null) as far as the viewer sees. Kept in this process for who asks again, while
 * the organisation's stamp stays, because it looks through every job of the period.
 */
export async function readFigures(viewer: Viewer, roleId: string | null): Promise<WorkView> {
  return keptFor(kept, viewer, roleId, () => compute(viewer, { roleId }));
}

/** A value computed for this viewer and question unless it is known and the organisation's data have not changed since. */
export async function keptFor<Value>(
  store: ReturnType<typeof keepRecent<Value>>,
  viewer: Viewer,
  question: unknown,
  compute: () => Promise<Value>,
): Promise<Value> {
  const { orgId, userId, roles, units, personId } = viewer;
  const key = JSON.stringify([orgId, userId, roles, units, personId, await readStamp(viewer, null), question]);
  return store.get(key) ?? store.keep(key, await compute());
}
