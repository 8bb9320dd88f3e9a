"use client";
import type { NeedNode, SkillNode } from "@/lib/skills/tree/node";
import { depthWords, facetWords, riskWords } from "@/lib/skills/tree/vocabulary";
import { ChoiceField } from "./choice-field";
import { DraftedBehaviours } from "./drafted-behaviours";
import { NeedForm } from "./need-form";
import { OwnerField } from "./owner-field";
import { RangeField } from "./range-field";
import { TextField } from "./text-field";
import { useSet } from "./use-set";

const none = "Differs by behaviour and task";

export function SkillForm({ skill, need }: { skill: SkillNode; need: NeedNode | null }) {
  const set = useSet(skill.id);
  return (
    <>
      <TextField place={`${skill.id}/name`} label="Name" value={skill.name} onCommit={(name) => set({ name })} />
      <RangeField skill={skill} />
      <DraftedBehaviours skill={skill} need={need} />
      {need ? <NeedForm need={need} /> : null}
      <fieldset className="space-y-4">
        <legend className="mb-2 w-full border-b border-rule pb-1 font-serif text-body font-semibold">
          The skill, wherever it is needed
        </legend>
        <TextField
          place={`${skill.id}/summary`}
          label="Summary"
          rows={2}
          value={skill.summary ?? ""}
          onCommit={(summary) => set({ summary: summary || null })}
        />
        <div className="grid gap-3 sm:grid-cols-3">
          <ChoiceField
            label="Facet"
            none={none}
            words={facetWords}
            value={skill.facet}
            onCommit={(facet) => set({ facet })}
          />
          <ChoiceField
            label="Risk"
            none={none}
            words={riskWords}
            value={skill.risk}
            onCommit={(risk) => set({ risk })}
          />
          <ChoiceField
            label="Depth"
            none={none}
            words={depthWords}
            value={skill.depth}
            onCommit={(depth) => set({ depth })}
          />
        </div>
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            place={`${skill.id}/halfLifeDays`}
            label="Half-life in days"
            hint="After so many days evidence counts half; empty: as the rules say"
            value={skill.halfLifeDays === null ? "" : String(skill.halfLifeDays)}
            onCommit={(days) => set({ halfLifeDays: days === "" ? null : Number(days) })}
          />
          <OwnerField id={skill.id} ownerId={skill.ownerId} />
        </div>
      </fieldset>
    </>
  );
}
