import "server-only";
import { sql } from "drizzle-orm";
import { workOutcomes } from "@/db/schema/work";
import { moment, number, oneOf, share, text, yesNo } from "@/lib/intake/column";
import { mergeEvents } from "@/lib/intake/facts/merge-events";
import { nameTasks, taskJoin } from "@/lib/intake/facts/name-tasks";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { reject } from "@/lib/intake/write/outcomes";
import { resolvePeople } from "@/lib/intake/write/resolve-people";

export const workEventsFile: FileDefinition = {
  kind: "work_events",
  when: "completed_at",
  partitioned: "work_events",
  columns: [
    text("event_id", { required: true, longest: 200, example: "job-1" }),
    text("employee_id", { required: true, longest: 200, example: "E-1001" }),
    text("task", { required: true, example: "Handle a refund" }),
    moment("started_at", { example: "2025-03-31T14:00:00Z" }),
    moment("completed_at", { required: true, example: "2025-03-31T14:30:00Z" }),
    oneOf("outcome", workOutcomes, { example: "ok" }),
    yesNo("assisted", { example: "false" }),
    share("quality", { example: "0.9" }),
    number("value"),
    text("case_id", { longest: 200, late: true, example: "C-1" }),
    text("case_type", { longest: 200, late: true, example: "Customer escalation" }),
  ],
  merge: mergeWorkEvents,
};

async function mergeWorkEvents(merge: Merge): Promise<Counts> {
  await reject(
    merge,
    sql`
    select line, 'completed_at', completed_at::text, 'It is completed before it is started' from staged where completed_at < started_at`,
  );
  await resolvePeople(merge);
  const task = taskJoin(
    merge.orgId,
    sql`s.task`,
    sql`s.completed_at`,
    await nameTasks(merge, sql`select task from staged`),
  );
  return mergeEvents(merge, {
    table: "work_events",
    columns: ["task_id", "started_at", "outcome", "assisted", "quality", "value", "case_id", "case_type"],
    values: sql`${task.id}, s.started_at, s.outcome, s.assisted, s.quality, s.value, s.case_id, s.case_type`,
    joins: task.joins,
    refersTo: [{ table: "tasks", ids: sql`select task_id from task_names` }],
  });
}
