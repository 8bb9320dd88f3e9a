import "server-only";
import type { Tx } from "@/db/client";
import { type Bounds, readBounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { readPrepared } from "@/lib/prepared/read-prepared";
import type { Told } from "@/lib/prepared/told";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { readStamp } from "@/lib/scorecard/read-stamp";
import { query } from "@/lib/server/tenant-access";
import { figuresOfRole, figuresOfWork, readMinimum } from "./figures-of-work";
import { readTaskSums } from "./read-task-sums";
import { taskFigures, type WorkFigures } from "./task-figures";
import { readWorkPeriod, type WorkPeriod } from "./work-period";

/** What all pages of /work start from. `period` is null where no work is on file; then nothing else is known either. */
export type WorkView = {
  period: WorkPeriod | null;
  /** The people figures are of: everybody, those of the viewer's units, or those who report to them. */
  people: Bounds["kind"];
  minimum: number;
  /** Empty where there is no answer yet (`told`). */
  figures: WorkFigures;
  told: Told;
};

const kept = keepRecent<WorkView>(30);
const none: WorkFigures = { tasks: [], withheld: [], roles: [] };

/** Null for viewers who do not see everybody. */
const readWhole = query("work.read", async (tx, _: null, viewer): Promise<WorkView | null> => {
  const { bounds, minimum, period } = await openWork(tx, viewer);
  if (bounds?.kind !== "everybody") return null;
  const { told, answer } = await readPrepared(tx, viewer.orgId, figuresOfWork, "all");
  return { period: answer?.period ?? period, people: "everybody", minimum, figures: answer?.figures ?? none, told };
});

const compute = query("work.read", async (tx, { roleId }: { roleId: string | null }, viewer): Promise<WorkView> => {
  const { bounds, minimum, period } = await openWork(tx, viewer);
  const base = { people: bounds?.kind ?? "line", minimum, told: { kind: "current" } } as const;
  if (!bounds || !period) return { ...base, period: null, figures: none };
  const sums = await readTaskSums(tx, { orgId: viewer.orgId, bounds, period, roleId, minimum });
  return { ...base, period, figures: taskFigures(sums, minimum) };
});

/** What a read model of work needs before it reads: how far the viewer sees, the minimum group and the period. */
export async function openWork(tx: Tx, viewer: Viewer) {
  const bounds = await readBounds(tx, viewer);
  return { bounds, minimum: await readMinimum(tx, viewer.orgId), period: await readWorkPeriod(tx, viewer.orgId) };
}

/**
 * Figures of the tasks of one role (of all with `roleId` null) as far as the viewer sees. Of the whole organisation they are prepared
 * (`readPrepared`), because they look through every job of the period; of some people they are computed, and kept in this process for who asks
 * again, while the organisation's stamp stays.
 */
export async function readFigures(viewer: Viewer, roleId: string | null): Promise<WorkView> {
  const whole = await readWhole(viewer, null);
  if (!whole) return keptFor(kept, viewer, roleId, () => compute(viewer, { roleId }));
  return roleId === null ? whole : { ...whole, figures: figuresOfRole(whole.figures, roleId) };
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
