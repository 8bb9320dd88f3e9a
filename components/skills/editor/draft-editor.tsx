"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import { TreeSkeleton } from "@/components/skills/browse/tree-skeleton";
import { WithTaxonomy } from "@/components/skills/browse/with-taxonomy";
import type { ModelStart } from "@/components/skills/tree/taxonomy-model";
import type { TreeView } from "@/components/skills/tree/tree-view";
import { type SentTaxonomy, taxonomyQuery } from "@/lib/skills/taxonomy-queries";
import { treeOf } from "@/lib/skills/tree/apply-changes";
import { ClashRoom } from "./clash-room";
import { holdTab, takeKeptSteps } from "./kept-steps";
import { NoLongerOpen } from "./no-longer-open";
import { OpenSession } from "./open-session";
import { type Choice, putOnTop } from "./put-on-top";
import type { Step } from "./step";

type DraftEditorProps = { draftId: string; userId: string; start: ModelStart };

/** Edits one draft. What this device could not save before is put on top of the draft as it is now. */
export function DraftEditor(props: DraftEditorProps) {
  useEffect(holdTab, []);
  /** Read again after a conflict, the tree stands as open as it was. */
  const lastView = useRef<TreeView | null>(null);
  return (
    <WithTaxonomy draftId={props.draftId}>
      {(taxonomy, readAt) => <WithKept key={readAt} {...props} taxonomy={taxonomy} lastView={lastView} />}
    </WithTaxonomy>
  );
}

type WithKeptProps = DraftEditorProps & { taxonomy: SentTaxonomy; lastView: RefObject<TreeView | null> };

function WithKept({ taxonomy, ...props }: WithKeptProps) {
  const { draftId, userId } = props;
  const client = useQueryClient();
  const [kept, setKept] = useState<Step[] | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  useEffect(() => {
    void takeKeptSteps(draftId, userId).then(setKept);
  }, [draftId, userId]);
  if (kept === null) return <TreeSkeleton />;
  if (taxonomy.draft?.status !== "open") return <NoLongerOpen kept={kept.length} draftId={draftId} />;

  const tree = treeOf(taxonomy.nodes);
  const onTop = putOnTop(tree, kept, choices);
  if (onTop.clashes.length > 0) {
    return <ClashRoom tree={tree} clashes={onTop.clashes} onChosen={setChoices} />;
  }
  return (
    <OpenSession
      {...props}
      taxonomy={taxonomy}
      steps={onTop.steps}
      stuck={onTop.stuck}
      onConflict={() => void client.refetchQueries({ queryKey: taxonomyQuery(draftId).queryKey })}
    />
  );
}
