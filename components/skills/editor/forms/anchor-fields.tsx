"use client";
import { targetOf } from "@/components/skills/detail/target-of";
import { levelWords } from "@/components/skills/level-words";
import type { BehaviourNode, NeedNode } from "@/lib/skills/tree/node";
import { TextField } from "./text-field";
import { useSet } from "./use-set";

/** What each level looks like for a behaviour. */
export function AnchorFields({ behaviour, need }: { behaviour: BehaviourNode; need: NeedNode | null }) {
  const set = useSet(behaviour.id);
  const wanted = Math.ceil(targetOf(need, behaviour.id));
  const anchors = levelWords.map((_, at) => behaviour.anchors?.[at] ?? null);
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 text-table font-medium">What the levels look like</legend>
      {levelWords.map((word, at) => (
        <TextField
          key={word}
          place={`${behaviour.id}/anchor${at + 1}`}
          label={
            <span className="font-normal">
              {at + 1}, {word.toLowerCase()}
              {at + 1 === wanted ? (
                <span className="text-line">{need ? " · expected here" : " · expected"}</span>
              ) : null}
            </span>
          }
          value={anchors[at] ?? ""}
          onCommit={(text) => {
            const next = anchors.with(at, text || null);
            return set({ anchors: next.some(Boolean) ? next : null });
          }}
        />
      ))}
    </fieldset>
  );
}
