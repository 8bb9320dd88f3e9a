import type { TaxonomyNode } from "./node";

type Pointer =
  | { field: "roleId"; id: string; kind: "role" }
  | { field: "taskId"; id: string; kind: "task" }
  | { field: "skillId"; id: string; kind: "skill" }
  | { field: "shownBy"; id: string; kind: "behaviour" };

/** The nodes a node cannot be without. */
export function pointersOf(node: TaxonomyNode): Pointer[] {
  switch (node.kind) {
    case "task":
      return [{ field: "roleId", id: node.roleId, kind: "role" }];
    case "behaviour":
      return [{ field: "skillId", id: node.skillId, kind: "skill" }];
    case "need":
      return [
        { field: "roleId", id: node.roleId, kind: "role" },
        ...(node.taskId ? [{ field: "taskId", id: node.taskId, kind: "task" } as const] : []),
        { field: "skillId", id: node.skillId, kind: "skill" },
        ...node.shownBy.map(({ behaviourId }) => ({ field: "shownBy", id: behaviourId, kind: "behaviour" }) as const),
      ];
    default:
      return [];
  }
}
