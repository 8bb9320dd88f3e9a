import { addBehaviour, addLooseSkill, addRole, addSkill, addTask } from "@/lib/skills/tree/edits/add";
import { merge } from "@/lib/skills/tree/edits/merge";
import { move } from "@/lib/skills/tree/edits/move";
import { remove } from "@/lib/skills/tree/edits/remove";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import { split } from "@/lib/skills/tree/edits/split";
import type { Edit, NodeKind } from "@/lib/skills/tree/node";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import { facets } from "@/lib/skills/tree/vocabulary";
import type { randomFrom } from "./random-from";

type Random = ReturnType<typeof randomFrom>;

/** Any step of the editor that makes sense of the tree, or none that does anything. */
export function randomEdit(index: TreeIndex, random: Random): Edit {
  const newId = () => {
    const hex = (length: number) => Array.from({ length }, () => random.int(16).toString(16)).join("");
    return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  };
  const word = () => `Thing ${random.int(1_000_000)}`;
  const ofKind = (kind: NodeKind) => [...index.tree.values()].filter((node) => node.kind === kind).map(({ id }) => id);
  const one = (kind: NodeKind) => random.pick(ofKind(kind)) ?? newId();
  const some = (kind: NodeKind) => ofKind(kind).filter(() => random.next() < 0.3);
  const task = () => {
    const node = index.tree.get(one("task"));
    return node?.kind === "task" ? { roleId: node.roleId, taskId: node.id } : { roleId: one("role"), taskId: null };
  };
  const facet = random.pick([...facets, null]);
  const steps: (() => Edit)[] = [
    () => addRole(index, { id: newId(), name: word() }),
    () => addTask(index, { id: newId(), name: word(), roleId: one("role"), before: one("task") }),
    () => addLooseSkill(index, { id: newId(), name: word() }),
    () => addSkill(index, { id: newId(), ...task(), facet }, one("skill")),
    () => addSkill(index, { id: newId(), ...task(), facet, before: one("need") }, { id: newId(), name: word() }),
    () => addBehaviour(index, { id: newId(), statement: word(), skillId: one("skill") }, random.maybe(one("need"))),
    () => setFields(index, some("need"), { targetLevel: 1 + random.int(5), critical: random.next() < 0.5 }),
    () => setFields(index, [one("skill")], { name: word(), facet, halfLifeDays: random.maybe(30) }),
    () => setFields(index, some("behaviour"), { seenBy: ["system"], facet }),
    () => move(index, some("need"), { parentId: random.pick([one("task"), one("role")]), before: one("need"), facet }),
    () => move(index, [one("task")], { parentId: one("role"), before: one("task") }),
    () => move(index, some("behaviour"), { parentId: one("skill"), before: one("behaviour") }),
    () => merge(index, one("skill"), [one("skill"), one("skill")]),
    () => merge(index, one("task"), [one("task")]),
    () => merge(index, one("behaviour"), [one("behaviour")]),
    () => split(index, one("skill"), { id: newId(), name: word(), behaviourIds: some("behaviour") }, newId),
    () => remove(index, [random.pick([one("need"), one("behaviour"), one("task"), one("skill")])]),
    () => (random.next() < 0.2 ? remove(index, [one("role")]) : setFields(index, [one("role")], { name: word() })),
  ];
  const canStandAlone = steps.filter((_, at) => at === 0 || at === 2);
  const isBare = ofKind("role").length === 0 || ofKind("skill").length === 0;
  return random.pick(isBare ? canStandAlone : steps)();
}
