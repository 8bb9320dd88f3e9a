"use client";
import { useModel } from "@/components/skills/tree/model-context";
import { Checkbox } from "@/components/ui/checkbox";
import type { TaskNode } from "@/lib/skills/tree/node";
import { ChoiceField } from "./choice-field";
import { TextField } from "./text-field";
import { useSet } from "./use-set";

const outOf5 = { "1": "1", "2": "2", "3": "3", "4": "4", "5": "5" };

export function TaskForm({ task }: { task: TaskNode }) {
  const set = useSet(task.id);
  const { inForce } = useModel();
  const numberOf = (value: string | null) => (value === null ? null : Number(value));
  return (
    <>
      <TextField place={`${task.id}/name`} label="Name" value={task.name} onCommit={(name) => set({ name })} />
      <Checkbox
        label="Critical"
        hint="People must be able to do it alone"
        checked={task.critical}
        onChange={(event) => set({ critical: event.target.checked })}
      />
      {inForce.has(task.id) ? (
        <p className="text-caption text-ink-3">
          How often it comes up and how much it matters describe the work and are changed under Work.
        </p>
      ) : (
        <div className="grid grid-cols-2 gap-3">
          <ChoiceField
            label="How often, 1 to 5"
            none="Not rated"
            words={outOf5}
            value={task.frequency === null ? null : (String(task.frequency) as keyof typeof outOf5)}
            onCommit={(chosen) => set({ frequency: numberOf(chosen) })}
          />
          <ChoiceField
            label="How much it matters, 1 to 5"
            none="Not rated"
            words={outOf5}
            value={task.impact === null ? null : (String(task.impact) as keyof typeof outOf5)}
            onCommit={(chosen) => set({ impact: numberOf(chosen) })}
          />
        </div>
      )}
    </>
  );
}
