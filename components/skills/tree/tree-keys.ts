import type { KeyboardEvent } from "react";
import type { TreeView } from "./tree-view";

/** Moves and opens as the treegrid pattern has it; false: not a key of ours. */
export function followKey(view: TreeView, event: KeyboardEvent, height: number): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  const row = view.activeRow();
  if (!row) return false;
  const page = Math.max(1, Math.floor(height / 36) - 1);
  const turn = (right: boolean) => {
    const opens = row.below > 0;
    if (right && opens && !row.isOpen) view.setOpen(row.key, true);
    else if (right && opens) view.step(1);
    else if (!right && opens && row.isOpen && !view.isFiltered()) view.setOpen(row.key, false);
    else if (!right) view.go(row.parentKey);
  };
  const moves = new Map([
    ["ArrowDown", () => view.step(1)],
    ["ArrowUp", () => view.step(-1)],
    ["PageDown", () => view.step(page)],
    ["PageUp", () => view.step(-page)],
    ["Home", () => view.toEdge("first")],
    ["End", () => view.toEdge("last")],
    ["ArrowRight", () => turn(true)],
    ["ArrowLeft", () => turn(false)],
  ]);
  const move = moves.get(event.key);
  move?.();
  return move !== undefined;
}
