"use client";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Place } from "@/lib/work/matrix/levels";

const steps: Record<string, Place> = {
  ArrowRight: { frequency: 1, impact: 0 },
  ArrowLeft: { frequency: -1, impact: 0 },
  ArrowUp: { frequency: 0, impact: 1 },
  ArrowDown: { frequency: 0, impact: -1 },
};

type MatrixChipProps = {
  id: string;
  number: number;
  name: string;
  place: Place | null;
  selected: boolean;
  movable: boolean;
  onSelect(): void;
  onStep(step: Place): void;
  /** Where the pointer let go, in the coordinates of the window. */
  onDrop(x: number, y: number): void;
};

/** A task on the matrix: chosen by a click, moved by dragging or by the arrow keys. */
export function MatrixChip({ id, number, name, place, selected, movable, onSelect, onStep, onDrop }: MatrixChipProps) {
  const start = useRef<{ x: number; y: number } | null>(null);
  const [shift, setShift] = useState<{ x: number; y: number } | null>(null);

  const down = (event: PointerEvent<HTMLButtonElement>) => {
    onSelect();
    if (!movable || event.button !== 0) return;
    start.current = { x: event.clientX, y: event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent) => {
    if (start.current) setShift({ x: event.clientX - start.current.x, y: event.clientY - start.current.y });
  };
  const up = (event: PointerEvent) => {
    const moved = start.current && Math.hypot(event.clientX - start.current.x, event.clientY - start.current.y) > 6;
    start.current = null;
    setShift(null);
    if (moved) onDrop(event.clientX, event.clientY);
  };
  const cancel = () => {
    start.current = null;
    setShift(null);
  };
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || !movable) return;
    event.preventDefault();
    onStep(step);
  };
  const where = place ? `frequency ${place.frequency}, impact ${place.impact}` : "not placed";
  return (
    <button
      type="button"
      title={name}
      data-task={id}
      aria-label={`${number}. ${name}: ${where}`}
      aria-pressed={selected}
      aria-keyshortcuts={movable ? "ArrowLeft ArrowRight ArrowUp ArrowDown" : undefined}
      onClick={onSelect}
      onPointerDown={down}
      onPointerMove={drag}
      onPointerUp={up}
      onPointerCancel={cancel}
      onKeyDown={press}
      style={shift ? { transform: `translate(${shift.x}px, ${shift.y}px)` } : undefined}
      className={classNames(
        "target relative max-w-full truncate rounded-control border px-2 text-start text-table tabular-nums",
        movable && "touch-none",
        movable && (shift ? "z-20 cursor-grabbing" : "cursor-grab"),
        selected
          ? "border-line bg-line font-semibold text-on-line"
          : "border-rule-2 bg-paper text-ink hover:border-ink",
      )}
    >
      {number}
      <span className="max-lg:hidden"> {name}</span>
    </button>
  );
}
