import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { grouped } from "@/lib/grouped";
import { evidenceOf } from "./evidence-of";
import { readEvaluated } from "./read-evaluated";
import { skillPays } from "./skill-pays";

/** By task, the names of skills it needs that were seen to pay; empty for viewers who may not read initiatives. Evaluates nothing. */
export async function readPayingTasks(viewer: Viewer): Promise<Record<string, string[]>> {
  if (!may(viewer.roles, "initiative.read")) return {};
  const { initiatives, behaviours, tasks, minimum } = await readEvaluated(viewer, null);
  const evidence = initiatives.flatMap((one) => evidenceOf(one, { behaviours, minimum, money: () => null }));
  const names = new Map(
    skillPays(evidence).flatMap(({ skill, verdict }) => (verdict === "pays" ? [[skill.id, skill.name]] : [])),
  );
  const needed = tasks.flatMap(({ taskId, skillId }) => {
    const name = names.get(skillId);
    return name ? [{ taskId, name }] : [];
  });
  return Object.fromEntries(
    [...grouped(needed, ({ taskId }) => taskId)].map(([taskId, rows]) => [
      taskId,
      [...new Set(rows.map(({ name }) => name))].toSorted(),
    ]),
  );
}
