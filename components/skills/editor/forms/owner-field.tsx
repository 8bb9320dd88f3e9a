"use client";
import { useState } from "react";
import { UserChoice } from "@/components/choices/user-choice";
import { useModel } from "@/components/skills/tree/model-context";
import { Field } from "@/components/ui/field";
import { useSet } from "./use-set";

const nobodyYet = { id: "", name: "Nobody yet", hint: null };

/** Who answers for a role or a skill. */
export function OwnerField({ id, ownerId }: { id: string; ownerId: string | null }) {
  const { owners } = useModel();
  const set = useSet(id);
  const [problems, setProblems] = useState<string[]>([]);
  const owner = ownerId ? { id: ownerId, name: owners.get(ownerId) ?? "Somebody who has left", hint: null } : nobodyYet;
  return (
    <Field label="Owner" error={problems}>
      <UserChoice
        to="skill"
        value={owner}
        fixed={[nobodyYet]}
        onChoose={(chosen) => {
          if (chosen.id) owners.set(chosen.id, chosen.name);
          setProblems(set({ ownerId: chosen.id || null }).map(({ message }) => message));
        }}
      />
    </Field>
  );
}
