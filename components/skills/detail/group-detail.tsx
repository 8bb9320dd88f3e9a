"use client";
import { rowName } from "@/components/skills/tree/row-name";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import { DetailHead } from "./detail-parts";
import { NeedsList } from "./needs-list";

const about = {
  knowledge: "What people know, and can say where it is written.",
  judgment: "What people decide when the rule does not decide for them.",
  fluency: "How surely people handle the tools and systems of the work.",
};

type GroupRow = Extract<OutlineRow, { kind: "facet" | "at-large" | "loose" }>;

/** A heading of the tree that is no node: a facet, what a role needs at large, what no role needs. */
export function GroupDetail({ row }: { row: GroupRow }) {
  if (row.kind === "loose") {
    return (
      <DetailHead kind="Outside the roles" name={rowName(row)}>
        Skills no role needs any more, or not yet, with their behaviours. Nobody is measured on them.
      </DetailHead>
    );
  }
  if (row.kind === "at-large") {
    return (
      <>
        <DetailHead kind={row.role.name} name={rowName(row)}>
          Skills the role needs whatever the task.
        </DetailHead>
        <NeedsList parentId={row.role.id} />
      </>
    );
  }
  return (
    <>
      <DetailHead kind="Facet" name={rowName(row)}>
        {row.facet ? about[row.facet] : "Skills whose facet nobody has set, and whose behaviours have none either."}
      </DetailHead>
      <NeedsList parentId={row.taskId ?? row.roleId} />
    </>
  );
}
