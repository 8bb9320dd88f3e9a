"use client";
import { useLayoutEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { highFrom, type Quadrant, quadrantOf, quadrants } from "@/lib/work/matrix/advice";
import type { Place } from "@/lib/work/matrix/levels";
import type { MatrixTask } from "@/lib/work/matrix/read-matrix";
import { placeOf } from "@/lib/work/matrix/reasons";
import { ApartLine, same } from "./apart-line";
import { MatrixChip } from "./matrix-chip";

const levels = [1, 2, 3, 4, 5];
const corners: Record<Quadrant, Place> = {
  practise: { frequency: highFrom, impact: 5 },
  reference: { frequency: 1, impact: 5 },
  "at-hand": { frequency: highFrom, impact: highFrom - 1 },
  leave: { frequency: 1, impact: highFrom - 1 },
};
const within = (level: number) => Math.min(5, Math.max(1, level));

type MatrixBoardProps = {
  tasks: readonly MatrixTask[];
  places: ReadonlyMap<string, Place | null>;
  selected: string | null;
  editing: boolean;
  onSelect(id: string): void;
  onMove(task: MatrixTask, to: Place): void;
};

/** Five by five: frequency to the right, impact upwards. What work events say stands dashed where it differs from what was placed. */
export function MatrixBoard({ tasks, places, selected, editing, onSelect, onMove }: MatrixBoardProps) {
  const whole = useRef<HTMLDivElement>(null);
  const board = useRef<HTMLElement>(null);
  const moved = useRef<string | null>(null);
  // A moved task stands in another field, which is another element: the focus goes along.
  useLayoutEffect(() => {
    if (moved.current) whole.current?.querySelector<HTMLElement>(`[data-task="${moved.current}"]`)?.focus();
    moved.current = null;
  });
  const move = (task: MatrixTask, to: Place) => {
    moved.current = task.id;
    onMove(task, to);
  };
  const drop = (task: MatrixTask, x: number, y: number) => {
    const box = board.current?.getBoundingClientRect();
    if (!box || x < box.left || x > box.right || y < box.top || y > box.bottom) return;
    move(task, {
      frequency: within(1 + Math.floor((5 * (x - box.left)) / box.width)),
      impact: within(5 - Math.floor((5 * (y - box.top)) / box.height)),
    });
  };
  const chip = (task: MatrixTask) => {
    const place = places.get(task.id) ?? null;
    const from = place ?? placeOf(task.computed) ?? { frequency: 3, impact: 3 };
    return (
      <MatrixChip
        key={task.id}
        id={task.id}
        number={tasks.indexOf(task) + 1}
        name={task.name}
        place={place}
        selected={selected === task.id}
        movable={editing}
        onSelect={() => onSelect(task.id)}
        onDrop={(x, y) => drop(task, x, y)}
        onStep={(step) =>
          move(
            task,
            place
              ? { frequency: within(from.frequency + step.frequency), impact: within(from.impact + step.impact) }
              : from,
          )
        }
      />
    );
  };
  const unplaced = tasks.filter(({ id }) => !places.get(id));
  const shown = tasks.find(({ id }) => id === selected);
  return (
    <div ref={whole}>
      <p aria-hidden="true" className="mb-1 text-caption text-ink-2">
        ↑ Impact on the business
      </p>
      <div className="flex gap-1">
        <div aria-hidden="true" className="grid grid-rows-5 text-caption text-ink-3">
          {levels.toReversed().map((level) => (
            <span key={level} className="self-center">
              {level}
            </span>
          ))}
        </div>
        <section
          ref={board}
          aria-label="Tasks by frequency and impact"
          className="relative grid min-w-0 flex-1 grid-cols-5 grid-rows-5 border border-rule-2"
        >
          {levels.toReversed().flatMap((impact) =>
            levels.map((frequency) => {
              const cell = { frequency, impact };
              const quadrant = quadrantOf(cell);
              const named = (Object.keys(corners) as Quadrant[]).find((one) => same(corners[one], cell));
              return (
                <div
                  key={`${frequency} ${impact}`}
                  className={classNames(
                    "relative flex min-h-20 min-w-0 flex-wrap content-end items-end gap-1 border-rule p-1 pt-6 sm:min-h-24",
                    frequency > 1 && (frequency === highFrom ? "border-l-2" : "border-l"),
                    impact < 5 && (impact === highFrom - 1 ? "border-t-2" : "border-t"),
                    quadrant === "practise" ? "bg-early" : quadrant === "leave" ? "bg-paper" : "bg-paper-2",
                  )}
                >
                  {named ? (
                    <span className="pointer-events-none absolute top-1 left-1 z-10 w-max max-w-[calc(200%-0.5rem)] text-caption font-medium text-ink-2">
                      {quadrants[named].name}
                    </span>
                  ) : null}
                  {tasks.filter(({ id }) => same(places.get(id) ?? null, cell)).map(chip)}
                  {tasks.map((task, at) =>
                    same(placeOf(task.computed), cell) && !same(places.get(task.id) ?? null, cell) ? (
                      <span
                        key={task.id}
                        title={`${task.name}, by work events`}
                        className={classNames(
                          "inline-flex min-w-7 justify-center rounded-control border border-dashed px-1.5 text-table tabular-nums",
                          task.id === selected ? "border-line font-semibold text-line" : "border-rule-2 text-ink-3",
                        )}
                      >
                        <span className="sr-only">By work events: task </span>
                        {at + 1}
                      </span>
                    ) : null,
                  )}
                </div>
              );
            }),
          )}
          {shown ? <ApartLine from={places.get(shown.id) ?? null} to={placeOf(shown.computed)} /> : null}
        </section>
      </div>
      <div aria-hidden="true" className="ms-4 grid grid-cols-5 text-center text-caption text-ink-3">
        {levels.map((level) => (
          <span key={level}>{level}</span>
        ))}
      </div>
      <p aria-hidden="true" className="text-end text-caption text-ink-2">
        Frequency →
      </p>
      {unplaced.length > 0 ? (
        <div className="mt-2">
          <p className="mb-1 text-table text-ink-2">Not placed yet</p>
          <div className="flex flex-wrap gap-1">{unplaced.map(chip)}</div>
        </div>
      ) : null}
    </div>
  );
}
