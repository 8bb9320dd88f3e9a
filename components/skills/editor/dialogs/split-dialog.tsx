"use client";
import { useState } from "react";
import { useTreeIndex } from "@/components/skills/tree/model-context";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { split } from "@/lib/skills/tree/edits/split";
import type { SkillNode } from "@/lib/skills/tree/node";
import { EditDialog } from "./edit-dialog";

/** Takes some of a skill's behaviours into a new skill. */
export function SplitDialog({ skill, onClose }: { skill: SkillNode; onClose: () => void }) {
  const behaviours = useTreeIndex().behavioursOf.get(skill.id) ?? [];
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(chosen);
    if (isIn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <EditDialog
      title={`Split “${skill.name}”`}
      description="The new skill stands beside this one wherever a role needs these behaviours."
      action="Split"
      onClose={onClose}
      build={(index) => {
        if (name.trim() === "") return "Give the new skill a name";
        if (chosen.size === 0) return "Choose at least one behaviour that goes over";
        if (chosen.size === behaviours.length) return "Leave at least one behaviour behind";
        const into = { id: crypto.randomUUID(), name: name.trim(), behaviourIds: [...chosen] };
        return split(index, skill.id, into, () => crypto.randomUUID());
      }}
    >
      <Field label="Name of the new skill" required>
        <Input autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <fieldset>
        <legend className="mb-1 text-table font-medium">Behaviours that go over</legend>
        {behaviours.map(({ id, statement }) => (
          <Checkbox
            key={id}
            label={statement}
            checked={chosen.has(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
        ))}
      </fieldset>
    </EditDialog>
  );
}
