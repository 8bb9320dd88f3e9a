"use client";
import { AboutNode } from "@/components/skills/detail/about-node";
import { GroupDetail } from "@/components/skills/detail/group-detail";
import { useModel } from "@/components/skills/tree/model-context";
import { markOf } from "@/components/skills/tree/taxonomy-model";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import { kindWords } from "@/lib/skills/tree/vocabulary";
import { BehaviourForm } from "./behaviour-form";
import { RoleForm } from "./role-form";
import { SkillForm } from "./skill-form";
import { TaskForm } from "./task-form";

/** The chosen node for whoever edits it. */
export function NodeForm({ row }: { row: OutlineRow }) {
  const model = useModel();
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
      {row.kind === "role" ? <RoleForm role={row.node} /> : null}
      {row.kind === "task" ? <TaskForm task={row.node} /> : null}
      {row.kind === "skill" ? <SkillForm skill={row.node} need={row.need} /> : null}
      {row.kind === "behaviour" ? <BehaviourForm behaviour={row.node} need={row.need} /> : null}
      <AboutNode node={row.node} commenting />
    </article>
  );
}
