import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { type WorkQuestion, workReading } from "@/lib/work/figures/work-reading";
import { readRecheck, type SolvedPoint } from "@/lib/work/friction/read-recheck";
import { missedSince, type Since, type TriesAround } from "./afterwards";
import { type Closed, tasksRevised, triesAround } from "./afterwards-sql";

type Tries = TriesAround["moments"] & Pick<TriesAround, "before" | "since"> & { id: string };

/** Before and since of every closed revision, by its id. */
async function compute(tx: Tx, question: WorkQuestion): Promise<{ since: Record<string, Since> }> {
  const { orgId, minimum } = question;
  const { rows: closed } = await tx.execute<Closed>(sql`
    select id, activity_id as "activityId", date_trunc('month', closed_at at time zone 'UTC')::date::text as month
    from content_revisions where org_id = ${orgId} and closed_at is not null`);
  if (closed.length === 0) return { since: {} };
  const { rows: tries } = await withoutLoops(tx, true, () => tx.execute<Tries>(triesAround(question, closed)));
  const { rows: tasks } = await tx.execute<Pick<SolvedPoint, "id" | "roleId" | "taskId">>(tasksRevised(orgId, closed));
  const monthOf = new Map(closed.map(({ id, month }) => [id, month]));
  const work = await readRecheck(
    tx,
    question,
    tasks.map((task) => ({ ...task, signal: "wrong", solvedOn: monthOf.get(task.id) ?? question.period.end })),
  );
  const missed = new Map(
    tries.map(({ id, before, since, ...moments }) => [id, missedSince({ moments, before, since }, minimum)]),
  );
  return {
    since: Object.fromEntries(
      closed.map(({ id }) => [id, { missed: missed.get(id) ?? null, work: work.get(id) ?? null }]),
    ),
  };
}

/** What was missed and went wrong before and since each closed revision. One closed after facts last changed is not among them: nothing has happened since. */
export const { read: readAfterwards, preparation: revisionsOfWork } = workReading("content-revised/1", compute, {
  since: {},
});
