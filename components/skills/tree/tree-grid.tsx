"use client";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type ComponentType, type KeyboardEvent, useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import { rowHeight } from "./row-height";
import { followKey } from "./tree-keys";
import { TreeRow } from "./tree-row";
import type { TreeView } from "./tree-view";
import { useMedia } from "./use-media";

type TreeGridProps = {
  view: TreeView;
  label: string;
  /** What stands in a row; stays the same component. */
  Cells: ComponentType<{ row: OutlineRow }>;
  /** Rows can be marked. */
  marking?: boolean;
  /** Keys beyond moving and opening; true: taken. */
  onKey?: (event: KeyboardEvent) => boolean;
  /** A row was pressed. */
  onChoose?: (row: OutlineRow) => void;
};

/** A tree of thousands of rows of which only those in sight are drawn. One tab stop; the arrows move inside. */
export function TreeGrid({ view, label, Cells, marking = false, onKey, onChoose }: TreeGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const rows = useSyncExternalStore(view.subscribe, view.rows, view.rows);
  // Rows must be tall enough for a finger.
  const coarse = useMedia("(pointer: coarse), (width < 40rem)");
  // On paper every row that is open stands, as tall as its words.
  const isPrinted = useMedia("print");
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight(rows[index], coarse),
    // Another identity with other rows: heights are then asked for again.
    getItemKey: useCallback((index: number) => `${rows[index]?.key}${coarse}`, [rows, coarse]),
    overscan: 10,
    // The row with the focus stays in the page even where it is scrolled out of sight.
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        const active = view.activeIndex();
        if (active < 0 || shown.includes(active)) return shown;
        return [...shown, active].sort((a, b) => a - b);
      },
      [view],
    ),
  });

  useEffect(() => {
    let last: string | null = null;
    const follow = () => {
      const active = view.active();
      if (active === last) return;
      last = active;
      if (active === null) return;
      // The row with the focus was taken out or moved under another key: the one in its place takes it.
      const hadFocus = grid.current?.contains(document.activeElement) && view.editing() === null;
      if (hadFocus && !view.asksFocus()) view.go(active);
      const at = view.activeIndex();
      // A row far away is drawn only after scrolling: until it takes the focus, keys go to the tree and not to the page.
      const isDrawn = virtual.getVirtualItems().some(({ index }) => index === at);
      if (!isDrawn && scroller.current?.contains(document.activeElement)) grid.current?.focus({ preventScroll: true });
      virtual.scrollToIndex(at, { align: "auto" });
    };
    follow();
    return view.subscribe(follow);
  }, [view, virtual]);

  const keyDown = (event: KeyboardEvent) => {
    if (isField(event.target)) return;
    if (onKey?.(event) || followKey(view, event, scroller.current?.clientHeight ?? 0)) event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className="h-full overflow-x-hidden overflow-y-auto overscroll-contain print:h-auto print:overflow-visible"
    >
      <div
        ref={grid}
        role="treegrid"
        aria-label={label}
        aria-rowcount={rows.length}
        aria-multiselectable={marking || undefined}
        tabIndex={rows.length === 0 ? 0 : -1}
        onKeyDown={keyDown}
        className="relative w-full outline-none print:h-auto!"
        style={{ height: virtual.getTotalSize() }}
      >
        {(isPrinted ? rows.map(asPrinted) : virtual.getVirtualItems()).map(({ index, start, size }) => {
          const row = rows[index];
          return row ? (
            <TreeRow
              key={row.key}
              view={view}
              index={index}
              start={start}
              height={size}
              marking={marking}
              Cells={Cells}
              onChoose={onChoose}
              row={row}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

const asPrinted = (_: OutlineRow, index: number) => ({ index, start: 0, size: 0 });

const isField = (target: EventTarget) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, button") !== null;
