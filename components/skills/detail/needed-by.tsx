"use client";
import { useTreeIndex } from "@/components/skills/tree/model-context";
import { DetailPart, NodeLink } from "./detail-parts";
import { targetOf } from "./target-of";

/** Where a skill is needed, and at which level. */
export function NeededBy({ skillId }: { skillId: string }) {
  const { needsFor, tree } = useTreeIndex();
  const needs = needsFor.get(skillId) ?? [];
  return (
    <DetailPart title="Needed by">
      {needs.length === 0 ? <p className="text-table text-ink-2">No role needs it yet.</p> : null}
      <ul className="space-y-1 text-table">
        {needs.map((need) => {
          const role = tree.get(need.roleId);
          const task = need.taskId ? tree.get(need.taskId) : null;
          return (
            <li key={need.id} className="flex justify-between gap-3">
              <NodeLink id={need.id}>
                {role?.kind === "role" ? role.name : "A role that is gone"}
                {task?.kind === "task" ? `: ${task.name}` : ""}
              </NodeLink>
              <span className="shrink-0 text-ink-3">
                level {targetOf(need)}
                {need.critical ? ", critical" : ""}
              </span>
            </li>
          );
        })}
      </ul>
    </DetailPart>
  );
}
