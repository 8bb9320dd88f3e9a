import { type FieldName, fieldWords } from "@/lib/skills/tree/field-words";
import { someOf } from "@/lib/skills/tree/name-of";
import type { BehaviourNode, Edit, NeedNode, RoleNode, SkillNode, TaskNode } from "@/lib/skills/tree/node";
import { fieldsOf } from "@/lib/skills/tree/same-node";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import { gather } from "./gather";

/** New values by field. Each node takes those of them that its kind has. */
export type Patch = Partial<
  Pick<RoleNode, "name" | "summary" | "ownerId"> &
    Pick<TaskNode, "critical" | "frequency" | "impact"> &
    Pick<SkillNode, "facet" | "risk" | "depth" | "halfLifeDays" | "rangeReason"> &
    Pick<BehaviourNode, "statement" | "anchors" | "seenBy" | "ofTeam"> &
    Pick<NeedNode, "targetLevel" | "shownBy">
>;

/** Sets fields of one node or of many at once; nodes that have these values already are left alone. */
export function setFields({ tree }: TreeIndex, ids: readonly string[], patch: Patch): Edit {
  const gathered = gather(tree);
  for (const id of ids) {
    const node = tree.get(id);
    if (!node) continue;
    const own: readonly string[] = fieldsOf[node.kind];
    const fitting = Object.fromEntries(Object.entries(patch).filter(([field]) => own.includes(field)));
    gathered.set({ ...node, ...fitting });
  }
  const changes = gathered.changes();
  const fields = Object.keys(patch).map((field) => fieldWords[field as FieldName].toLowerCase());
  const what = fields.length > 2 ? `${fields.length} fields` : fields.join(" and ");
  const nodes = changes.flatMap(({ before }) => before ?? []);
  return { label: `Changed ${what} of ${someOf(tree, nodes)}`, changes };
}
