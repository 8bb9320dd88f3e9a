import { placesOf } from "@/lib/skills/tree/belonging";
import { type Destination, move } from "@/lib/skills/tree/edits/move";
import type { Edit, NeedNode } from "@/lib/skills/tree/node";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";

/** The node that moves when a row is moved: of a skill's row the need, which is what stands there. */
export function movableOf(row: OutlineRow | undefined): { kind: "task" | "need" | "behaviour"; id: string } | null {
  if (row?.kind === "task") return { kind: "task", id: row.node.id };
  if (row?.kind === "behaviour") return { kind: "behaviour", id: row.node.id };
  if (row?.kind === "skill" && row.need) return { kind: "need", id: row.need.id };
  return null;
}

/** One place up or down among its siblings and, at the edge, over to the neighbouring task or skill. Null: it cannot go further. */
export function moveByOne(index: TreeIndex, rows: readonly OutlineRow[], row: OutlineRow, by: 1 | -1): Edit | null {
  const node = movableOf(row);
  if (!node) return null;
  const { parentId, siblings } = siblingsOf(index, row, node.id);
  const at = siblings.indexOf(node.id);
  const isInside = by === -1 ? at > 0 : at < siblings.length - 1;
  if (parentId && isInside) {
    const before = by === -1 ? siblings[at - 1] : siblings[at + 2];
    return move(index, [node.id], { parentId, before: before ?? afterOf(index, row, siblings) });
  }
  const to = neighbour(index, rows, row, by);
  return to ? move(index, [node.id], to) : null;
}

/** Where what was picked up goes when it is put on a row: at the end of what can hold it, else before the row. */
export function destinationAt(
  row: OutlineRow,
  kind: "task" | "need" | "behaviour",
  facet: NeedNode["facet"],
): Destination | null {
  if (kind === "task") {
    if (row.kind === "role") return { parentId: row.node.id };
    return row.kind === "task" ? { parentId: row.node.roleId, before: row.node.id } : null;
  }
  if (kind === "behaviour") {
    if (row.kind === "skill") return { parentId: row.node.id };
    return row.kind === "behaviour" ? { parentId: row.node.skillId, before: row.node.id } : null;
  }
  if (row.kind === "task") return { parentId: row.node.id };
  if (row.kind === "at-large") return { parentId: row.role.id };
  if (row.kind === "facet") return { parentId: row.taskId ?? row.roleId, facet: row.facet };
  if (row.kind !== "skill" || !row.need) return null;
  return { parentId: row.need.taskId ?? row.need.roleId, before: row.need.id, facet };
}

function siblingsOf(index: TreeIndex, row: OutlineRow, id: string): { parentId: string | null; siblings: string[] } {
  const ids = (nodes: readonly { id: string }[] | undefined) => (nodes ?? []).map((node) => node.id);
  if (row.kind === "task") return { parentId: row.node.roleId, siblings: ids(index.tasksOf.get(row.node.roleId)) };
  if (row.kind === "behaviour") {
    return { parentId: row.node.skillId, siblings: ids(index.behavioursOf.get(row.node.skillId)) };
  }
  if (row.kind !== "skill" || !row.need) return { parentId: null, siblings: [] };
  const parentId = row.need.taskId ?? row.need.roleId;
  const group = placesOf(index, parentId).find(({ needs }) => needs.some(({ need }) => need.id === id));
  return { parentId, siblings: ids(group?.needs.map(({ need }) => need)) };
}

/** Below the last of a facet's skills stands, in the order of the whole, whatever follows that one. */
function afterOf(index: TreeIndex, row: OutlineRow, siblings: readonly string[]): string | null {
  if (row.kind !== "skill" || !row.need) return null;
  const all = index.needsOf.get(row.need.taskId ?? row.need.roleId) ?? [];
  const at = all.findIndex(({ id }) => id === siblings.at(-1));
  return all[at + 1]?.id ?? null;
}

function neighbour(index: TreeIndex, rows: readonly OutlineRow[], row: OutlineRow, by: 1 | -1): Destination | null {
  if (row.kind === "behaviour") {
    const order = by === -1 ? rows.toReversed() : rows;
    const from = order.findIndex(({ key }) => key === row.key);
    const next = order.slice(from).find((other) => other.kind === "skill" && other.node.id !== row.node.skillId);
    if (next?.kind !== "skill") return null;
    const first = index.behavioursOf.get(next.node.id)?.[0]?.id ?? null;
    return { parentId: next.node.id, before: by === 1 ? first : null };
  }
  if (row.kind !== "skill" || !row.need) return null;
  const { roleId, taskId } = row.need;
  const parents = [...(index.tasksOf.get(roleId) ?? []).map(({ id }) => id), roleId];
  const parentId = parents[parents.indexOf(taskId ?? roleId) + by];
  return parentId ? { parentId, before: by === 1 ? (index.needsOf.get(parentId)?.[0]?.id ?? null) : null } : null;
}
