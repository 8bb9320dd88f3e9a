"use client";
import { useState } from "react";
import type { Matrix } from "@/lib/work/matrix/read-matrix";
import { MatrixBoard } from "./matrix-board";
import { TaskPanel } from "./task-panel";
import { usePlacing } from "./use-placing";

type MatrixViewProps = Pick<Matrix, "tasks" | "minimum" | "editing">;

/** The matrix of one role beside what is said of the chosen task. */
export function MatrixView({ tasks, minimum, editing }: MatrixViewProps) {
  const { places, move, failure } = usePlacing(tasks);
  const [selected, setSelected] = useState<string | null>(tasks[0]?.id ?? null);
  const task = tasks.find(({ id }) => id === selected) ?? tasks[0];
  return (
    <div className="grid gap-6 xl:grid-cols-[3fr_2fr]">
      <div className="min-w-0">
        <MatrixBoard
          tasks={tasks}
          places={places}
          selected={task?.id ?? null}
          editing={editing}
          onSelect={setSelected}
          onMove={(moved, to) => {
            setSelected(moved.id);
            move(moved, to);
          }}
        />
        <p className="mt-2 text-caption text-ink-3">
          Solid: as placed. Dashed: as work events say, where that differs.
          {editing ? (
            <span className="screen-only">
              {" "}
              Drag a task, move it with the arrow keys, or use the form; each move is saved at once.
            </span>
          ) : null}
        </p>
        <div role="alert">{failure ? <p className="mt-2 font-medium text-worse">{failure}</p> : null}</div>
      </div>
      {task ? (
        <TaskPanel
          key={task.id}
          task={task}
          place={places.get(task.id) ?? null}
          minimum={minimum}
          editing={editing}
          onMove={(to) => move(task, to)}
        />
      ) : null}
    </div>
  );
}
