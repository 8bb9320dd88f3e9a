"use client";
import { useTreeIndex } from "@/components/skills/tree/model-context";
import { Checkbox } from "@/components/ui/checkbox";
import type { NeedNode } from "@/lib/skills/tree/node";
import { depthWords, facetWords, riskWords } from "@/lib/skills/tree/vocabulary";
import { ChoiceField } from "./choice-field";
import { ShownByField } from "./shown-by-field";
import { TargetField } from "./target-field";
import { useSet } from "./use-set";

const none = "As the skill";

/** What is asked of a skill at this place. */
export function NeedForm({ need }: { need: NeedNode }) {
  const set = useSet(need.id);
  const { tree } = useTreeIndex();
  const place = tree.get(need.taskId ?? need.roleId);
  return (
    <fieldset className="space-y-4">
      <legend className="mb-2 w-full border-b border-rule pb-1 font-serif text-body font-semibold">
        Here, for {place && "name" in place ? `“${place.name}”` : "this task"}
      </legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <TargetField
          label="Target level"
          none="3, as everywhere"
          value={need.targetLevel}
          onCommit={(targetLevel) => set({ targetLevel })}
        />
        <Checkbox
          label="Critical here"
          hint="Nobody should be alone at this task without it"
          checked={need.critical}
          onChange={(event) => set({ critical: event.target.checked })}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-3">
        <ChoiceField
          label="Facet here"
          none={none}
          words={facetWords}
          value={need.facet}
          onCommit={(facet) => set({ facet })}
        />
        <ChoiceField
          label="Risk here"
          none={none}
          words={riskWords}
          value={need.risk}
          onCommit={(risk) => set({ risk })}
        />
        <ChoiceField
          label="Depth here"
          none={none}
          words={depthWords}
          value={need.depth}
          onCommit={(depth) => set({ depth })}
        />
      </div>
      <ShownByField need={need} />
    </fieldset>
  );
}
