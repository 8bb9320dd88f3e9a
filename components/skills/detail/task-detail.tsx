"use client";
import { useTreeIndex } from "@/components/skills/tree/model-context";
import { DefinitionList } from "@/components/ui/definition-list";
import type { TaskNode } from "@/lib/skills/tree/node";
import { DetailHead, DetailPart, NodeLink } from "./detail-parts";
import { NeedsList } from "./needs-list";

const outOf5 = (value: number | null) => (value === null ? "Not rated yet" : `${value} out of 5`);

export function TaskDetail({ task }: { task: TaskNode }) {
  const role = useTreeIndex().tree.get(task.roleId);
  return (
    <>
      <DetailHead kind={task.critical ? "Task · critical" : "Task"} name={task.name}>
        {role?.kind === "role" ? (
          <p className="text-table">
            Of the role <NodeLink id={role.id}>{role.name}</NodeLink>
          </p>
        ) : null}
        {task.critical ? <p className="mt-2">People must be able to do this alone.</p> : null}
      </DetailHead>
      <DetailPart title="What good looks like">
        <NeedsList parentId={task.id} />
      </DetailPart>
      <DetailPart title="The work">
        <DefinitionList
          items={[
            ["How often", outOf5(task.frequency)],
            ["How much it matters", outOf5(task.impact)],
          ]}
        />
        <p className="mt-2 text-caption text-ink-3">
          These two describe the work and not the standard; they are kept under Work and have no versions.
        </p>
      </DetailPart>
    </>
  );
}
