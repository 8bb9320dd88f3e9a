"use client";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import { AboutNode } from "./about-node";
import { BehaviourDetail } from "./behaviour-detail";
import { GroupDetail } from "./group-detail";
import { RoleDetail } from "./role-detail";
import { SkillDetail } from "./skill-detail";
import { TaskDetail } from "./task-detail";

type NodeDetailProps = { row: OutlineRow; commenting: boolean };

/** The chosen node for those who read: first what good looks like, then how it is seen, then where it comes from. */
export function NodeDetail({ row, commenting }: NodeDetailProps) {
  return (
    <article key={row.key} aria-label="Chosen node" className="space-y-6">
      <Body row={row} />
      {"node" in row ? <AboutNode node={row.node} commenting={commenting} /> : null}
    </article>
  );
}

function Body({ row }: { row: OutlineRow }) {
  switch (row.kind) {
    case "role":
      return <RoleDetail role={row.node} />;
    case "task":
      return <TaskDetail task={row.node} />;
    case "skill":
      return <SkillDetail skill={row.node} need={row.need} />;
    case "behaviour":
      return <BehaviourDetail behaviour={row.node} need={row.need} />;
    default:
      return <GroupDetail row={row} />;
  }
}
