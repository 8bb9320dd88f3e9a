import { addBehaviour, addLooseSkill, addRole, addSkill, addTask } from "@/lib/skills/tree/edits/add";
import type { Edit, NeedNode } from "@/lib/skills/tree/node";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";

/** Something that can be added from a row: what it is, where it will stand, and the edit once it has a name. */
export type Addition = {
  kind: "role" | "task" | "skill" | "behaviour";
  /** In words: “to Customer service”. */
  where: string;
  build: (index: TreeIndex, name: string) => { edit: Edit; id: string };
};

type Facet = NeedNode["facet"];

/** What N adds (below the row, or another where nothing stands below) and what Shift+N adds (beside it). */
export function additionsAt(
  index: TreeIndex,
  row: OutlineRow | undefined,
  facet: Facet,
): { below: Addition; beside: Addition | null } {
  if (!row) return { below: role(), beside: null };
  switch (row.kind) {
    case "role":
      return { below: task(row.node.id, `to ${row.node.name}`, null), beside: role() };
    case "task":
      return {
        below: skill(row.node.roleId, row.node.id, null, `to ${row.node.name}`, null),
        beside: task(
          row.node.roleId,
          `after ${row.node.name}`,
          nextOf(index.tasksOf.get(row.node.roleId) ?? [], row.node.id),
        ),
      };
    case "at-large":
      return { below: skill(row.role.id, null, null, `to ${row.role.name} as a whole`, null), beside: null };
    case "facet":
      return { below: skill(row.roleId, row.taskId, row.facet, "under this facet", null), beside: null };
    case "skill":
      return {
        below: behaviour(row.node.id, row.need, facet, `to ${row.node.name}`, null),
        beside: row.need ? skillAfter(index, row.need, facet, row.node.name) : looseSkill(),
      };
    case "behaviour": {
      const after = nextOf(index.behavioursOf.get(row.node.skillId) ?? [], row.node.id);
      return { below: behaviour(row.node.skillId, row.need, row.node.facet, "after this one", after), beside: null };
    }
    default:
      return { below: looseSkill(), beside: null };
  }
}

const newId = () => crypto.randomUUID();

const role = (): Addition => ({
  kind: "role",
  where: "",
  build: (index, name) => {
    const id = newId();
    return { id, edit: addRole(index, { id, name }) };
  },
});

const task = (roleId: string, where: string, before: string | null): Addition => ({
  kind: "task",
  where,
  build: (index, name) => {
    const id = newId();
    return { id, edit: addTask(index, { id, name, roleId, before }) };
  },
});

/** The name of a skill there is already adds a need for that one. */
const skill = (
  roleId: string,
  taskId: string | null,
  facet: Facet,
  where: string,
  before: string | null,
): Addition => ({
  kind: "skill",
  where,
  build: (index, name) => {
    const known = index.skills.find((other) => other.name.toLowerCase() === name.toLowerCase());
    const id = newId();
    const edit = addSkill(index, { id, roleId, taskId, facet, before }, known?.id ?? { id: newId(), name });
    return { id, edit };
  },
});

function skillAfter(index: TreeIndex, need: NeedNode, facet: Facet, name: string): Addition {
  const siblings = index.needsOf.get(need.taskId ?? need.roleId) ?? [];
  return skill(need.roleId, need.taskId, facet, `after ${name}`, nextOf(siblings, need.id));
}

const looseSkill = (): Addition => ({
  kind: "skill",
  where: "that no role needs yet",
  build: (index, name) => {
    const id = newId();
    return { id, edit: addLooseSkill(index, { id, name }) };
  },
});

const behaviour = (
  skillId: string,
  need: NeedNode | null,
  facet: Facet,
  where: string,
  before: string | null,
): Addition => ({
  kind: "behaviour",
  where,
  build: (index, statement) => {
    const id = newId();
    return { id, edit: addBehaviour(index, { id, statement, skillId, facet, before }, need?.id ?? null) };
  },
});

function nextOf(list: readonly { id: string }[], id: string): string | null {
  const at = list.findIndex((node) => node.id === id);
  return at < 0 ? null : (list[at + 1]?.id ?? null);
}
