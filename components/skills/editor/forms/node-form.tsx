"use client";
import { AboutNode } from "@/components/skills/detail/about-node";
import { GroupDetail } from "@/components/skills/detail/group-detail";
import { useModel, useTreeIndex } from "@/components/skills/tree/model-context";
import { markOf } from "@/components/skills/tree/taxonomy-model";
import type { TaxonomyNode } from "@/lib/skills/tree/node";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import { kindWords } from "@/lib/skills/tree/vocabulary";
import { BehaviourForm } from "./behaviour-form";
import { RoleForm } from "./role-form";
import { SkillForm } from "./skill-form";
import { TaskForm } from "./task-form";

/** The chosen node for whoever edits it. */
export function NodeForm({ row }: { row: OutlineRow }) {
  const model = useModel();
  const { tree } = useTreeIndex();
  /** The row comes behind while the keyboard runs on; what is ticked must stand at once. */
  const now = <Node extends TaxonomyNode>(node: Node): Node => {
    const found = tree.get(node.id);
    return found?.kind === node.kind ? (found as Node) : node;
  };
  if (!("node" in row)) return <GroupDetail row={row} />;
  const mark = markOf(model, row.node);
  return (
    <article aria-label="Chosen node" className="space-y-5">
      <h2 className="font-sans text-caption font-normal text-ink-3">
        {kindWords[row.kind]}
        {mark ? (
          <span className="font-medium text-trained">
            {" "}
            · {mark === "added" ? "new in this draft" : "changed in this draft"}
          </span>
        ) : null}
      </h2>
      {row.kind === "role" ? <RoleForm role={now(row.node)} /> : null}
      {row.kind === "task" ? <TaskForm task={now(row.node)} /> : null}
      {row.kind === "skill" ? <SkillForm skill={now(row.node)} need={row.need && now(row.need)} /> : null}
      {row.kind === "behaviour" ? <BehaviourForm behaviour={now(row.node)} need={row.need && now(row.need)} /> : null}
      <AboutNode node={row.node} commenting />
    </article>
  );
}
