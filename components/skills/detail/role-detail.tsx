"use client";
import { useModel, useTreeIndex } from "@/components/skills/tree/model-context";
import { DefinitionList } from "@/components/ui/definition-list";
import type { RoleNode } from "@/lib/skills/tree/node";
import { DetailHead, DetailPart, NodeLink } from "./detail-parts";
import { EvidenceSoFar } from "./evidence-so-far";
import { NeedsList } from "./needs-list";

export function RoleDetail({ role }: { role: RoleNode }) {
  const { tasksOf, needsOf } = useTreeIndex();
  const { owners } = useModel();
  const tasks = tasksOf.get(role.id) ?? [];
  return (
    <>
      <DetailHead kind="Role" name={role.name}>
        {role.summary}
      </DetailHead>
      <DetailPart title="Tasks">
        {tasks.length === 0 ? <p className="text-table text-ink-2">No tasks yet.</p> : null}
        <ol className="space-y-1 text-body">
          {tasks.map((task) => {
            const count = needsOf.get(task.id)?.length ?? 0;
            return (
              <li key={task.id} className="flex items-baseline justify-between gap-3 border-b border-rule pb-1">
                <NodeLink id={task.id}>{task.name}</NodeLink>
                <span className="shrink-0 text-table text-ink-3">
                  {task.critical ? "critical, " : ""}
                  {count} {count === 1 ? "skill" : "skills"}
                </span>
              </li>
            );
          })}
        </ol>
      </DetailPart>
      {needsOf.has(role.id) ? (
        <DetailPart title="For the role as a whole">
          <NeedsList parentId={role.id} />
        </DetailPart>
      ) : null}
      <DetailPart title="The role">
        <DefinitionList
          items={[
            ["People", <EvidenceSoFar key="people" nodeId={role.id} kind="role" />],
            ["Owner", role.ownerId ? (owners.get(role.ownerId) ?? "Somebody who has left") : "Nobody yet"],
          ]}
        />
      </DetailPart>
    </>
  );
}
