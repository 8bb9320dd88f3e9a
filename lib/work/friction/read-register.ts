import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { query } from "@/lib/server/tenant-access";
import { keptFor, openWork } from "@/lib/work/figures/read-figures";
import type { FrictionPoint } from "./friction";
import { signalsOf } from "./propose";
import { readPoints } from "./read-points";
import { readRecheck, type SolvedPoint } from "./read-recheck";
import type { Recheck } from "./recheck";

const kept = keepRecent<Record<string, Recheck>>(30);

/** Every friction point of a role, or of all, dismissed ones too, with what became of the solved ones; and names of roles and tasks in force. */
export async function readRegister(
  viewer: Viewer,
  roleId: string | null,
): Promise<{ points: FrictionPoint[]; names: Map<string, string> }> {
  const { points, names } = await readStored(viewer, { roleId });
  const solved = points.flatMap(solvedPoint);
  const rechecks = await keptFor(kept, viewer, solved, () => readRechecks(viewer, solved));
  return { points: points.map((point) => ({ ...point, recheck: rechecks[point.id] ?? null })), names };
}

function solvedPoint({ id, status, role, task, kind, figures }: Omit<FrictionPoint, "recheck">): SolvedPoint[] {
  if (status !== "solved" || !task || !figures?.solvedOn) return [];
  return [
    { id, roleId: role.id, taskId: task.id, signal: figures.signal ?? signalsOf[kind][0], solvedOn: figures.solvedOn },
  ];
}

const readStored = query("work.read", async (tx, { roleId }: { roleId: string | null }, { orgId }) => ({
  points: await readPoints(tx, orgId, roleId),
  names: await namesOf(tx, orgId),
}));

const readRechecks = query("work.read", async (tx, solved: readonly SolvedPoint[], viewer) => {
  const { bounds, period, minimum } = await openWork(tx, viewer);
  if (!bounds || !period) return {};
  return Object.fromEntries(await readRecheck(tx, { orgId: viewer.orgId, bounds, period, minimum }, solved));
});

async function namesOf(tx: Tx, orgId: string): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from roles where org_id = ${orgId} and retired_at is null
    union all select id, name from tasks where org_id = ${orgId} and retired_at is null`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
