import "server-only";
import { sql } from "drizzle-orm";
import { assigners } from "@/db/schema/learning";
import { moment, number, oneOf, share, text, yesNo } from "@/lib/intake/column";
import { mergeEvents } from "@/lib/intake/facts/merge-events";
import { nameTasks, taskJoin } from "@/lib/intake/facts/name-tasks";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { ensureActivities, prepareNamed } from "@/lib/intake/write/labels";
import { resolvePeople } from "@/lib/intake/write/resolve-people";
import { verb } from "./verb";

export const learningEventsFile: FileDefinition = {
  kind: "learning_events",
  when: "at",
  partitioned: "learning_events",
  columns: [
    text("event_id", { required: true, longest: 200, example: "ev-1" }),
    text("employee_id", { required: true, longest: 200, example: "E-1001" }),
    text("activity", { required: true, longest: 200, example: "refund-checklist" }),
    verb("verb", { required: true, example: "completed" }),
    moment("at", { required: true, example: "2025-03-31T14:30:00Z" }),
    yesNo("success", { example: "true" }),
    share("score", { example: "0.8" }),
    share("confidence"),
    number("seconds", { from: 0, to: 2_000_000_000, example: "95" }),
    text("surface", { example: "chat" }),
    text("before_task"),
    oneOf("assigned_by", assigners, { example: "self" }),
    text("version", { longest: 200, late: true, example: "1" }),
  ],
  merge: mergeLearningEvents,
};

async function mergeLearningEvents(merge: Merge): Promise<Counts> {
  const { orgId } = merge;
  await resolvePeople(merge);
  await ensureActivities(merge, sql`select activity from staged`);
  await prepareNamed(merge, { table: "activities", label: "code", column: "activity" });
  const task = taskJoin(
    orgId,
    sql`s.before_task`,
    sql`s.at`,
    await nameTasks(merge, sql`select before_task from staged`),
  );
  return mergeEvents(merge, {
    table: "learning_events",
    columns: [
      "activity_id",
      "verb",
      "success",
      "score",
      "confidence",
      "seconds",
      "surface",
      "before_task_id",
      "assigned_by",
      "version",
    ],
    values: sql`a.id, s.verb, s.success, s.score, s.confidence, round(s.seconds)::int, s.surface, ${task.id}, s.assigned_by, s.version`,
    joins: sql`join named a on a.name = s.activity ${task.joins}`,
    refersTo: [
      { table: "activities", ids: sql`select id from named` },
      { table: "tasks", ids: sql`select task_id from task_names` },
    ],
  });
}
