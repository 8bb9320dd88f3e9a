"use client";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import type { BehaviourNode, NeedNode } from "@/lib/skills/tree/node";
import { facetWords, witnesses, witnessWords } from "@/lib/skills/tree/vocabulary";
import { AnchorFields } from "./anchor-fields";
import { ChoiceField } from "./choice-field";
import { TextField } from "./text-field";
import { useSet } from "./use-set";
import { WordingHelp } from "./wording-help";

export function BehaviourForm({ behaviour, need }: { behaviour: BehaviourNode; need: NeedNode | null }) {
  const set = useSet(behaviour.id);
  const [problem, setProblem] = useState<string | null>(null);
  const { seenBy } = behaviour;
  return (
    <>
      <TextField
        place={`${behaviour.id}/statement`}
        label="What can be seen"
        hint="One thing somebody does, as a bystander would tell it"
        rows={2}
        value={behaviour.statement}
        onCommit={(statement) => set({ statement })}
        below={(typed, put) => <WordingHelp behaviour={behaviour} typed={typed} put={put} />}
      />
      <AnchorFields behaviour={behaviour} need={need} />
      <div className="grid gap-3 sm:grid-cols-2">
        <fieldset aria-describedby={problem ? "seen-by-problem" : undefined}>
          <legend className="mb-1 text-table font-medium">Who can see it</legend>
          {witnesses.map((witness) => (
            <Checkbox
              key={witness}
              label={witnessWords[witness]}
              checked={seenBy.includes(witness)}
              onChange={(event) => {
                const next = witnesses.filter((one) => (one === witness ? event.target.checked : seenBy.includes(one)));
                setProblem(set({ seenBy: next })[0]?.message ?? null);
              }}
            />
          ))}
          {problem ? (
            <p id="seen-by-problem" role="alert" className="text-table font-medium text-worse">
              {problem}
            </p>
          ) : null}
        </fieldset>
        <div className="space-y-3">
          <ChoiceField
            label="Facet"
            none="None"
            words={facetWords}
            value={behaviour.facet}
            onCommit={(facet) => set({ facet })}
          />
          <Checkbox
            label="A team does it together"
            hint="A rating is given to each of its members"
            checked={behaviour.ofTeam}
            onChange={(event) => set({ ofTeam: event.target.checked })}
          />
        </div>
      </div>
    </>
  );
}
