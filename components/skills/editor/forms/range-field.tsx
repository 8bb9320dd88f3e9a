"use client";
import { useTreeIndex } from "@/components/skills/tree/model-context";
import type { SkillNode } from "@/lib/skills/tree/node";
import { behaviourRange } from "@/lib/skills/tree/publish-faults";
import { TextField } from "./text-field";
import { useSet } from "./use-set";

/** Three to five behaviours; where there are others, somebody says why. */
export function RangeField({ skill }: { skill: SkillNode }) {
  const { behavioursOf } = useTreeIndex();
  const set = useSet(skill.id);
  const count = behavioursOf.get(skill.id)?.length ?? 0;
  const { least, most } = behaviourRange;
  const isFine = count >= least && count <= most;
  if (isFine && !skill.rangeReason) {
    return <p className="text-table text-ink-2">{count} behaviours.</p>;
  }
  return (
    <div className={isFine ? undefined : "border-l-2 border-comparison pl-3"}>
      {isFine ? null : (
        <p className="mb-2 text-table">
          {count === 0 ? "No behaviour yet" : count === 1 ? "1 behaviour" : `${count} behaviours`}; {least} to {most}{" "}
          can be rated with care.{" "}
          {count < least ? "Add some, or give the reason." : "Split the skill, or give the reason."}
        </p>
      )}
      {count === 0 && !skill.rangeReason ? null : (
        <TextField
          place={`${skill.id}/rangeReason`}
          label={`Why not ${least} to ${most} behaviours`}
          hint="It stands with the skill, and is asked for before it can be published"
          value={skill.rangeReason ?? ""}
          onCommit={(reason) => set({ rangeReason: reason || null })}
        />
      )}
    </div>
  );
}
