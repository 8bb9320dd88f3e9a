import { looseParts, type PlacedNeed, placesOf } from "./belonging";
import { type Kept, keptBy } from "./kept-by";
import type { BehaviourNode, NeedNode, RoleNode, SkillNode, TaskNode } from "./node";
import type { TreeIndex } from "./tree-index";
import type { Facet } from "./vocabulary";

/** Where a row stands. `key` is what `expanded` holds: a skill that several tasks need has a row, and a key, in each. */
type Place = {
  key: string;
  parentKey: string | null;
  /** 1 at the outermost, as aria-level counts. */
  level: number;
  /** Place among its siblings from 1, and how many they are: aria-posinset, aria-setsize. */
  position: number;
  siblings: number;
  /** Rows directly below; 0 cannot be expanded. */
  below: number;
  isOpen: boolean;
};

/** `at-large` holds what a role needs for no task of its own, `loose` what belongs to no role (skills nobody needs, orphans of a conflict). */
type Content =
  | { kind: "role"; node: RoleNode }
  | { kind: "task"; node: TaskNode }
  | { kind: "at-large"; role: RoleNode }
  | { kind: "facet"; facet: Facet | null; roleId: string; taskId: string | null }
  | { kind: "skill"; node: SkillNode; need: NeedNode | null }
  | { kind: "behaviour"; node: BehaviourNode; need: NeedNode | null }
  | { kind: "loose" };

export type OutlineRow = Place & Content;

/** Leaves out whatever neither is, nor leads to, one of these nodes; what leads to them stands open. */
export type OutlineFilter = { nodes: ReadonlySet<string> };

/** A row's place but for what is below it. */
type Spot = Pick<Place, "parentKey" | "level" | "position" | "siblings">;

/** The rows to show, from top to bottom: role, task, facet, skill (by its need), behaviour. */
export function outline(index: TreeIndex, expanded: ReadonlySet<string>, filter?: OutlineFilter): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const kept = filter ? keptBy(index, filter.nodes) : null;

  /** `found` are the children that lead to what was looked for; where there are none, all of them are there to be opened. */
  const show = <Child>(
    key: string,
    spot: Spot,
    content: Content,
    found: readonly Child[] | null,
    all: () => readonly Child[],
    child: (one: Child, spot: Spot) => void,
  ) => {
    const leads = found !== null && found.length > 0;
    const children = leads ? found : all();
    const isOpen = children.length > 0 && (leads || expanded.has(key));
    const { parentKey, level, position, siblings } = spot;
    rows.push({ key, parentKey, level, position, siblings, below: children.length, isOpen, ...content });
    if (isOpen) each(children, key, level + 1, child);
  };

  const showRole = (role: RoleNode, spot: Spot) => {
    const tasks = index.tasksOf.get(role.id) ?? [];
    const atLarge = index.needsOf.get(role.id) ? [null] : [];
    const found = kept && [...tasks.filter((task) => kept.isKept(task)), ...(kept.leadsTo(role.id) ? [null] : [])];
    show<TaskNode | null>(
      role.id,
      spot,
      { kind: "role", node: role },
      found,
      () => [...tasks, ...atLarge],
      (task, at) =>
        task
          ? showTask(task, at)
          : showNeeds(`${role.id}/at-large`, role.id, at, { kind: "at-large", role }, role.id, null),
    );
  };

  const showTask = (task: TaskNode, spot: Spot) =>
    showNeeds(task.id, task.id, spot, { kind: "task", node: task }, task.roleId, task.id);

  /** A task, or a role at large, with the facets of what it needs. */
  const showNeeds = (
    key: string,
    parentId: string,
    spot: Spot,
    content: Content,
    roleId: string,
    taskId: string | null,
  ) => {
    const places = placesOf(index, parentId);
    const found = kept?.leadsTo(parentId)
      ? places.flatMap(({ facet, needs }) => {
          const some = needs.filter((placed) => kept.isPlaced(placed));
          return some.length > 0 ? [{ facet, needs: some, leads: true }] : [];
        })
      : null;
    show<{ facet: Facet | null; needs: readonly PlacedNeed[]; leads?: boolean }>(
      key,
      spot,
      content,
      found,
      () => places,
      ({ facet, needs, leads = false }, at) => {
        const facetKey = `${parentId}/${facet ?? "none"}`;
        const row = { kind: "facet", facet, roleId, taskId } as const;
        show(
          facetKey,
          at,
          row,
          leads ? needs : null,
          () => needs,
          ({ need, skill, behaviours }, below) =>
            showSkill(`${need.id}/${facet ?? "none"}`, below, skill, need, behaviours),
        );
      },
    );
  };

  const showSkill = (
    key: string,
    spot: Spot,
    skill: SkillNode,
    need: NeedNode | null,
    behaviours: readonly BehaviourNode[],
  ) =>
    show(
      key,
      spot,
      { kind: "skill", node: skill, need },
      behavioursKept(kept, behaviours),
      () => behaviours,
      (one, at) => showBehaviour(`${key}/${one.id}`, one, need, at),
    );

  const showBehaviour = (key: string, node: BehaviourNode, need: NeedNode | null, spot: Spot) => {
    rows.push({ key, ...spot, below: 0, isOpen: false, kind: "behaviour", node, need });
  };

  const showLoose = (spot: Spot) => {
    const loose = looseParts(index);
    const all = [...loose.tasks, ...loose.skills, ...loose.behaviours];
    const found = kept && all.filter((one) => kept.isLoose(one));
    show(
      "loose",
      spot,
      { kind: "loose" },
      found,
      () => all,
      (one, at) => {
        if ("skill" in one) showSkill(`loose/${one.skill.id}`, at, one.skill, null, one.behaviours);
        else if (one.kind === "task") showTask(one, at);
        else showBehaviour(`loose/${one.id}`, one, null, at);
      },
    );
  };

  const loose = looseParts(index);
  const hasLoose = [...loose.tasks, ...loose.skills, ...loose.behaviours].some((one) => !kept || kept.isLoose(one));
  const roles = kept ? index.roles.filter((role) => kept.isKept(role)) : index.roles;
  each<RoleNode | null>([...roles, ...(hasLoose ? [null] : [])], null, 1, (role, spot) =>
    role ? showRole(role, spot) : showLoose(spot),
  );
  return rows;
}

function each<Child>(
  children: readonly Child[],
  parentKey: string | null,
  level: number,
  show: (child: Child, spot: Spot) => void,
): void {
  let position = 0;
  for (const child of children) {
    position++;
    show(child, { parentKey, level, position, siblings: children.length });
  }
}

function behavioursKept(kept: Kept | null, behaviours: readonly BehaviourNode[]): readonly BehaviourNode[] | null {
  return kept && behaviours.filter(({ id }) => kept.nodes.has(id));
}
