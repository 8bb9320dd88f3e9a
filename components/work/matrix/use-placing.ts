"use client";
import { useRef, useState } from "react";
import { answered } from "@/components/ui/answered";
import { announce } from "@/components/ui/toaster";
import { placeTaskAction } from "@/lib/work/actions";
import type { Place } from "@/lib/work/matrix/levels";
import type { MatrixTask } from "@/lib/work/matrix/read-matrix";

type Places = ReadonlyMap<string, Place | null>;

const placesOf = (tasks: readonly MatrixTask[]): Places => new Map(tasks.map(({ id, placed }) => [id, placed]));
const stamp = (tasks: readonly MatrixTask[]) => JSON.stringify(tasks.map(({ id, placed }) => [id, placed]));

/**
 * Places as shown: at once where somebody moves a task, and back where the server refuses. Moves are saved one after the other, each
 * against the place the one before left.
 */
export function usePlacing(tasks: readonly MatrixTask[]) {
  const [places, setPlaces] = useState<Places>(() => placesOf(tasks));
  const [seen, setSeen] = useState(() => stamp(tasks));
  const [failure, setFailure] = useState<string | null>(null);
  const waiting = useRef(0);
  const queue = useRef(Promise.resolve());
  const now = stamp(tasks);
  if (now !== seen) {
    setSeen(now);
    setPlaces(placesOf(tasks));
  }

  const move = (task: MatrixTask, to: Place) => {
    const from = places.get(task.id) ?? null;
    if (from && from.frequency === to.frequency && from.impact === to.impact) return;
    setPlaces((known) => new Map(known).set(task.id, to));
    waiting.current++;
    queue.current = queue.current.then(async () => {
      const result = await answered(
        placeTaskAction({
          taskId: task.id,
          ...to,
          was: { frequency: from?.frequency ?? null, impact: from?.impact ?? null },
        }),
      );
      waiting.current--;
      if (result.ok) {
        setFailure(null);
        if (waiting.current === 0) announce(`Placed: frequency ${to.frequency}, impact ${to.impact}`, task.name);
        return;
      }
      setFailure(result.error.message);
      setPlaces((known) => new Map(known).set(task.id, from));
    });
  };
  return { places, move, failure };
}
