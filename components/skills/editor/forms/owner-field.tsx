"use client";
import { useModel } from "@/components/skills/tree/model-context";
import { ChoiceField } from "./choice-field";
import { useSet } from "./use-set";

/** Who answers for a role or a skill. */
export function OwnerField({ id, ownerId }: { id: string; ownerId: string | null }) {
  const { owners } = useModel();
  const set = useSet(id);
  return (
    <ChoiceField
      label="Owner"
      value={ownerId}
      words={Object.fromEntries(owners)}
      none="Nobody yet"
      onCommit={(chosen) => set({ ownerId: chosen })}
    />
  );
}
