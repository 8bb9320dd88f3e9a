"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { TreeSkeleton } from "@/components/skills/browse/tree-skeleton";
import { WithTaxonomy } from "@/components/skills/browse/with-taxonomy";
import type { ModelStart } from "@/components/skills/tree/taxonomy-model";
import { type SentTaxonomy, taxonomyQuery } from "@/lib/skills/taxonomy-queries";
import { ClashRoom } from "./clash-room";
import { holdTab } from "./kept-steps";
import { NoLongerOpen } from "./no-longer-open";
import { OpenSession } from "./open-session";
import { useDraftSession } from "./use-draft-session";

type DraftEditorProps = {
  draftId: string;
  userId: string;
  start: Pick<ModelStart, "minimumGroupSize" | "drafting">;
};

/** Edits one draft. What this device could not save before is put on top of the draft as it is now. */
export function DraftEditor(props: DraftEditorProps) {
  useEffect(holdTab, []);
  return (
    <WithTaxonomy draftId={props.draftId}>
      {(taxonomy, readAt) => <Editing key={props.draftId} {...props} taxonomy={taxonomy} readAt={readAt} />}
    </WithTaxonomy>
  );
}

function Editing(props: DraftEditorProps & { taxonomy: SentTaxonomy; readAt: number }) {
  const { draftId } = props;
  const client = useQueryClient();
  const stage = useDraftSession(props);
  const readAgain = useCallback(
    () => void client.refetchQueries({ queryKey: taxonomyQuery(draftId).queryKey }),
    [client, draftId],
  );
  if (stage.kind === "reading") return <TreeSkeleton />;
  if (stage.kind === "closed") return <NoLongerOpen kept={stage.kept} draftId={draftId} />;
  if (stage.kind === "clashes") return <ClashRoom {...stage} onChosen={stage.choose} />;
  return <OpenSession {...stage} draftId={draftId} onConflict={readAgain} />;
}
