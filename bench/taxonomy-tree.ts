import { randomUUID } from "node:crypto";
import { addBehaviour, addLooseSkill, addRole, addSkill, addTask } from "@/lib/skills/tree/edits/add";
import type { Edit, Tree } from "@/lib/skills/tree/node";
import { changeIndex, indexTree, type TreeIndex } from "@/lib/skills/tree/tree-index";
import { facets } from "@/lib/skills/tree/vocabulary";

const perRole = 6;
const perTask = 3;
const perSkill = 4;

/** A taxonomy of about so many nodes: skills with their behaviours, and roles whose tasks need them in turn. */
export function largeTree(nodes: number): Tree {
  let index: TreeIndex = indexTree(new Map());
  const make = (edit: Edit) => {
    index = changeIndex(index, edit.changes);
  };
  const skills: string[] = [];
  while (index.tree.size < nodes / 2) {
    const skill = randomUUID();
    const number = skills.push(skill);
    make(addLooseSkill(index, { id: skill, name: `Skill ${number}` }));
    for (let nth = 1; nth <= perSkill; nth++) {
      make(
        addBehaviour(index, {
          id: randomUUID(),
          skillId: skill,
          statement: `Shows behaviour ${nth} of skill ${number}`,
        }),
      );
    }
  }
  for (let turn = 0; index.tree.size < nodes; ) {
    const role = randomUUID();
    make(addRole(index, { id: role, name: `Role ${turn}` }));
    for (let nth = 1; nth <= perRole; nth++) {
      const task = randomUUID();
      make(addTask(index, { id: task, roleId: role, name: `Resolve case ${nth}` }));
      for (let need = 0; need < perTask; need++, turn++) {
        const where = { id: randomUUID(), roleId: role, taskId: task, facet: facets[need] ?? null };
        make(addSkill(index, where, skills[turn % skills.length] ?? ""));
      }
    }
  }
  return index.tree;
}
