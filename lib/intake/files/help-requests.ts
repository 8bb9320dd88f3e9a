import "server-only";
import { sql } from "drizzle-orm";
import { moment, number, text } from "@/lib/intake/column";
import { mergeEvents } from "@/lib/intake/facts/merge-events";
import { nameTasks, taskJoin } from "@/lib/intake/facts/name-tasks";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { reject } from "@/lib/intake/write/outcomes";
import { resolvePeople } from "@/lib/intake/write/resolve-people";

export const helpRequestsFile: FileDefinition = {
  kind: "help_requests",
  when: "asked_at",
  columns: [
    text("request_id", { required: true, longest: 200, example: "help-1" }),
    text("employee_id", { required: true, longest: 200, example: "E-1001" }),
    moment("asked_at", { required: true, example: "2025-03-31T14:00:00Z" }),
    moment("answered_at", { example: "2025-03-31T14:25:00Z" }),
    text("helper_id", { longest: 200, example: "E-1000" }),
    number("minutes", { from: 0, example: "12" }),
    text("task", { example: "Handle a refund" }),
    text("topic", { longest: 200, example: "Refund after 30 days" }),
    text("channel", { longest: 200, example: "Chat" }),
  ],
  merge: mergeHelpRequests,
};

async function mergeHelpRequests(merge: Merge): Promise<Counts> {
  const { tx, orgId, notices } = merge;
  await reject(
    merge,
    sql`
    select line, 'answered_at', answered_at::text, 'It is answered before it is asked' from staged where answered_at < asked_at`,
  );
  await reject(
    merge,
    sql`
    select line, 'helper_id', helper_id, 'Nobody helps themselves: helper_id is who asked' from staged where helper_id = employee_id`,
  );
  await resolvePeople(merge);
  const task = taskJoin(orgId, sql`s.task`, sql`s.asked_at`, await nameTasks(merge, sql`select task from staged`));
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from staged s where helper_id is not null and not exists (
      select from identities i where i.org_id = ${orgId} and i.kind = 'employee_id' and i.value = s.helper_id)`);
  if (rows[0]?.n) notices.push(`Requests whose helper nobody is known by, taken without the helper: ${rows[0].n}`);
  return mergeEvents(merge, {
    table: "help_requests",
    columns: ["answered_at", "helper_id", "minutes", "task_id", "topic", "channel"],
    values: sql`s.answered_at, helper.person_id, s.minutes, ${task.id}, s.topic, s.channel`,
    joins: sql`${task.joins}
      left join identities helper on helper.org_id = ${orgId} and helper.kind = 'employee_id' and helper.value = s.helper_id`,
    refersTo: [{ table: "tasks", ids: sql`select task_id from task_names` }],
  });
}
