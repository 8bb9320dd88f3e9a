"use client";
import { ChevronRight } from "lucide-react";
import { type ComponentType, memo, useEffect, useRef, useSyncExternalStore } from "react";
import { classNames } from "@/components/ui/class-names";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import type { TreeView } from "./tree-view";

type TreeRowProps = {
  view: TreeView;
  row: OutlineRow;
  index: number;
  start: number;
  height: number;
  marking: boolean;
  Cells: ComponentType<{ row: OutlineRow }>;
  onChoose: ((row: OutlineRow) => void) | undefined;
};

function Row({ view, row, index, start, height, marking, Cells, onChoose }: TreeRowProps) {
  const { key, level, position, siblings, isOpen } = row;
  const element = useRef<HTMLDivElement>(null);
  const asked = useSyncExternalStore(
    view.subscribe,
    () => (view.active() === key ? view.focusCount() : -1),
    () => -1,
  );
  const isActive = asked >= 0;
  const isMarked = useSyncExternalStore(
    view.subscribe,
    () => view.marked().has(key),
    () => false,
  );
  const isEditing = useSyncExternalStore(
    view.subscribe,
    () => view.editing() === key,
    () => false,
  );
  useEffect(() => {
    if (asked > 0 && view.takeFocus()) element.current?.focus({ preventScroll: true });
  }, [view, asked]);
  return (
    // biome-ignore lint/a11y: the keys are followed by the treegrid around it; a virtual row is no table row
    <div
      ref={element}
      role="row"
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={row.below > 0 ? isOpen : undefined}
      aria-selected={marking ? isMarked : undefined}
      aria-current={isActive || undefined}
      onClick={() => {
        view.go(key);
        onChoose?.(row);
      }}
      className={classNames(
        "absolute inset-x-0 top-0 flex cursor-default items-center border-l-2 pr-2 -outline-offset-2",
        "print:static print:h-auto! print:transform-none! print:break-inside-avoid print:border-transparent print:bg-transparent print:py-0.5",
        isActive ? "border-line bg-paper-2" : "border-transparent hover:bg-paper-2",
        isMarked && "bg-early",
        isEditing && "z-10",
      )}
      style={{ height, transform: `translateY(${start}px)` }}
    >
      <span
        aria-hidden="true"
        className="flex h-full shrink-0 items-center justify-end text-ink-3"
        style={{ width: 24 + (level - 1) * 14 }}
        onClick={(event) => {
          if (row.below === 0) return;
          event.stopPropagation();
          view.setOpen(key, !isOpen);
        }}
      >
        {row.below > 0 ? (
          <ChevronRight size={15} className={classNames("mr-1 transition-transform", isOpen && "rotate-90")} />
        ) : null}
      </span>
      <Cells row={row} />
    </div>
  );
}

/** One row. It draws itself again only when it becomes or ceases to be the current one, is marked, moves or changes. */
export const TreeRow = memo(Row, (was, is) => {
  const { row: before, ...placeBefore } = was;
  const { row: now, ...placeNow } = is;
  return shallowEqual(before, now) && shallowEqual(placeBefore, placeNow);
});

function shallowEqual(a: object, b: object): boolean {
  const other = new Map(Object.entries(b));
  const entries = Object.entries(a);
  return entries.length === other.size && entries.every(([name, value]) => other.get(name) === value);
}
