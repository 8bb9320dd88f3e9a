"use client";
import { type FormEvent, useState } from "react";
import { NodeSides } from "@/components/skills/drafts/node-sides";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { Tree } from "@/lib/skills/tree/node";
import type { Choice, Clash } from "./put-on-top";

type ClashRoomProps = {
  tree: Tree;
  clashes: readonly Clash[];
  onChosen: (choices: ReadonlyMap<string, Choice>) => void;
};

/** The same nodes were changed here and elsewhere: node by node, one of the two stays. Until then nothing is saved and nothing lost. */
export function ClashRoom({ tree, clashes, onChosen }: ClashRoomProps) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(
    () => new Map(clashes.map(({ nodeId }) => [nodeId, "mine"])),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChosen(choices);
  };
  return (
    <Section
      title="Changed here and elsewhere"
      lead="While these changes waited to be saved, somebody, or you in another tab, changed the same entries. Say which one stays; everything else you did is kept and put on top."
    >
      <form onSubmit={submit} className="space-y-6">
        {clashes.map(({ nodeId, label, theirs, mine }) => (
          <NodeSides
            key={nodeId}
            name={label}
            tree={tree}
            sides={[
              { value: "mine", label: "Yours, not saved yet", node: mine },
              { value: "theirs", label: "In the draft now", node: theirs },
            ]}
            chosen={choices.get(nodeId) ?? "mine"}
            onChoose={(choice) => setChoices(new Map(choices).set(nodeId, choice === "theirs" ? "theirs" : "mine"))}
          />
        ))}
        <Button look="primary" type="submit">
          Keep these and go on editing
        </Button>
      </form>
    </Section>
  );
}
