import { randomUUID } from "node:crypto";
import { changesBetween } from "@/lib/skills/tree/apply-changes";
import type { BehaviourNode, Change, NeedNode, TaskNode, TaxonomyNode, Tree } from "@/lib/skills/tree/node";
import { fieldsOf } from "@/lib/skills/tree/same-node";
import { type FormerName, formerlyKnown, knownNodes } from "./find-same";
import type { Parsed } from "./parsed";

/** A node of the file (`was`: its id there) that is there under other words, or as part of another (`merged`). */
type Formerly = { was: string; id: string; merged: boolean };

/**
 * What taking parsed nodes into a tree changes. What is there already is known by its source, else by its name in its place, else by a name it had before, and keeps its
 * id.
 * A field the file tells replaces the one that is there; any other is only filled where it is empty. Nothing is ever taken out.
 * What became part of another, or whose name of today stands in the file too, is only known by its former name: nothing told of it is taken.
 * @param formerNames names things had before, as `readFormerNames` finds them
 * @param owners user ids by address; an owner nobody has is left out
 */
export function align(
  { nodes, tells, owners: addresses, exactNames }: Pick<Parsed, "nodes" | "tells" | "owners" | "exactNames">,
  tree: Tree,
  owners: ReadonlyMap<string, string>,
  formerNames: readonly FormerName[] = [],
): { changes: Change[]; ids: ReadonlyMap<string, string>; formerly: Formerly[] } {
  const ids = new Map<string, string>();
  const next = new Map(tree);
  const known = knownNodes(tree, exactNames);
  const byFormer = formerlyKnown(formerNames, exactNames);
  const formerly: Formerly[] = [];
  const ends = new Map<string, number>();
  for (const kind of ["role", "skill", "task", "behaviour", "need"] as const) {
    const ofKind = nodes.filter((one) => one.kind === kind);
    const named = new Set(ofKind.flatMap((node) => known.find(withIds(node, ids) ?? node)?.id ?? []));
    for (const node of ofKind) {
      const owner = owners.get(addresses.get(node.id) ?? "");
      const told = owner && "ownerId" in node ? { ...node, ownerId: owner } : node;
      const incoming = withIds(told, ids);
      if (!incoming) continue;
      const there = known.find(incoming);
      const former = there ? null : byFormer(incoming);
      if (former && next.get(former.id)?.kind === kind) {
        ids.set(node.id, former.id);
        formerly.push({ was: node.id, id: former.id, merged: former.merged });
        if (former.merged || named.has(former.id)) continue;
      }
      const id = there?.id ?? ids.get(node.id) ?? randomUUID();
      ids.set(node.id, id);
      const placed = { ...incoming, id };
      const now = next.get(id);
      const after = now
        ? brought(now, placed, (field) => tells(node, field))
        : atTheEnd(placed, tells(node, "position"));
      next.set(id, after);
      if (!now) known.add(after);
    }
  }
  return { changes: changesBetween(tree, next), ids, formerly };

  /** Behind what is there, unless the file says where. */
  function atTheEnd(node: TaxonomyNode, isTold: boolean): TaxonomyNode {
    if (!("position" in node) || isTold) return node;
    const parent = parentOf(node);
    const end = ends.get(parent) ?? lastPosition(tree, parent);
    ends.set(parent, end + 1);
    return { ...node, position: end + 1 };
  }
}

const parentOf = (node: TaskNode | BehaviourNode | NeedNode) =>
  node.kind === "task"
    ? node.roleId
    : node.kind === "behaviour"
      ? node.skillId
      : (node.taskId ?? `${node.roleId} at large`);

function lastPosition(tree: Tree, parent: string): number {
  let last = -1;
  for (const node of tree.values()) {
    if ("position" in node && parentOf(node) === parent) last = Math.max(last, node.position);
  }
  return last;
}

/** The node with ids of the tree where it points to others; null where one of them is not taken. */
function withIds(node: TaxonomyNode, ids: ReadonlyMap<string, string>): TaxonomyNode | null {
  switch (node.kind) {
    case "task": {
      const roleId = ids.get(node.roleId);
      return roleId ? { ...node, roleId } : null;
    }
    case "behaviour": {
      const skillId = ids.get(node.skillId);
      return skillId ? { ...node, skillId } : null;
    }
    case "need": {
      const [roleId, skillId] = [ids.get(node.roleId), ids.get(node.skillId)];
      const taskId = node.taskId === null ? null : ids.get(node.taskId);
      if (!roleId || !skillId || taskId === undefined) return null;
      const shownBy = new Map(
        node.shownBy.flatMap((shown) => {
          const behaviourId = ids.get(shown.behaviourId);
          return behaviourId ? [[behaviourId, { ...shown, behaviourId }] as const] : [];
        }),
      );
      return { ...node, roleId, skillId, taskId, shownBy: [...shownBy.values()] };
    }
    default:
      return node;
  }
}

/** `there` with what is told of it; the kinds are the same. */
function brought(there: TaxonomyNode, incoming: TaxonomyNode, tells: (field: string) => boolean): TaxonomyNode {
  const [old, news] = [{ ...there } as Record<string, unknown>, incoming as unknown as Record<string, unknown>];
  for (const field of fieldsOf[there.kind]) {
    if (kept.has(field)) continue;
    const isGap = old[field] === null && news[field] !== undefined && !differing.has(field);
    if (tells(field) || isGap) old[field] = news[field];
  }
  if (there.kind === "need" && incoming.kind === "need")
    old.shownBy = shownByBoth(there, incoming, tells("targetLevel"));
  if (there.kind === "behaviour" && incoming.kind === "behaviour" && !tells("anchors"))
    old.anchors = anchorsOfBoth(there, incoming);
  return old as unknown as TaxonomyNode;
}

/** What it is known by, what is brought together below, and what is changed at /work alone. */
const kept: ReadonlySet<string> = new Set(["name", "statement", "shownBy", "frequency", "impact"]);

/** Empty where uses of a skill differ in them, which is no gap. */
const differing: ReadonlySet<string> = new Set(["facet", "risk", "depth"]);

/** A need that all behaviours of its skill show goes on being shown by all, unless the file names which. */
function shownByBoth(there: NeedNode, incoming: NeedNode, tellsLevel: boolean): NeedNode["shownBy"] {
  if (there.shownBy.length === 0 && !tellsLevel) return [];
  const named = new Map(there.shownBy.map((shown) => [shown.behaviourId, shown]));
  for (const shown of incoming.shownBy) {
    const known = named.get(shown.behaviourId);
    named.set(shown.behaviourId, known && !tellsLevel ? known : shown);
  }
  return [...named.values()].sort((a, b) => (a.behaviourId < b.behaviourId ? -1 : 1));
}

function anchorsOfBoth(there: BehaviourNode, incoming: BehaviourNode): BehaviourNode["anchors"] {
  if (!there.anchors || !incoming.anchors) return there.anchors ?? incoming.anchors;
  return [0, 1, 2, 3, 4].map((at) => there.anchors?.[at] ?? incoming.anchors?.[at] ?? null);
}
