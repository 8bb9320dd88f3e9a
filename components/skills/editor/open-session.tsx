"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import { ModelContext } from "@/components/skills/tree/model-context";
import { createModel, type ModelStart } from "@/components/skills/tree/taxonomy-model";
import type { TreeView } from "@/components/skills/tree/tree-view";
import { announce } from "@/components/ui/toaster";
import { redoEditAction, saveEditAction, undoEditAction } from "@/lib/skills/actions";
import type { SentTaxonomy } from "@/lib/skills/taxonomy-queries";
import { createDraftSession } from "./draft-session";
import { EditorRoom } from "./editor-room";
import { keeperOf } from "./kept-steps";
import type { OnTop } from "./put-on-top";
import { SessionContext } from "./session-context";
import type { Step } from "./step";
import { StuckSteps } from "./stuck-steps";
import { useLeaving } from "./use-leaving";

type OpenSessionProps = {
  draftId: string;
  userId: string;
  start: ModelStart;
  taxonomy: SentTaxonomy;
  /** Kept on this device, and possible on the draft as it is. */
  steps: readonly Step[];
  stuck: OnTop["stuck"];
  lastView: RefObject<TreeView | null>;
  /** The draft was changed elsewhere: what waits is kept, and the draft must be read again. */
  onConflict: () => void;
};

export function OpenSession({
  draftId,
  userId,
  start,
  taxonomy,
  steps,
  stuck,
  lastView,
  onConflict,
}: OpenSessionProps) {
  const [session] = useState(() => {
    const params = new URLSearchParams(window.location.search);
    const model = createModel(taxonomy, { ...start, node: params.get("node"), role: params.get("role") });
    return createDraftSession({
      model,
      standing: taxonomy.draft ?? { standsAt: 0, lastEdit: 0 },
      keep: keeperOf(draftId, userId).keep,
      send: (step, at) => {
        if (step.kind === "undo") return undoEditAction({ draftId, at });
        if (step.kind === "redo") return redoEditAction({ draftId, at });
        return saveEditAction({ draftId, at, edit: { label: step.label, changes: step.changes ?? [] } });
      },
    });
  });
  const { line, model } = session;
  useEffect(() => {
    if (lastView.current && lastView.current !== model.view) {
      model.view.setExpanded([...model.view.expanded(), ...lastView.current.expanded()]);
    }
    lastView.current = model.view;
  }, [lastView, model]);

  const resumed = useRef(false);
  useEffect(() => {
    if (resumed.current) return;
    resumed.current = true;
    if (steps.length === 0) {
      if (stuck.length === 0) keeperOf(draftId, userId).keep([]);
      return;
    }
    session.resume(steps);
    announce(
      steps.length === 1 ? "1 change was put on top" : `${steps.length} changes were put on top`,
      "The draft had moved on, or they were made without a connection. They are being saved now.",
    );
  }, [session, steps, stuck, draftId, userId]);
  useEffect(() => {
    const hear = () => {
      if (line.state().kind === "conflict") onConflict();
    };
    const leave = line.subscribe(hear);
    window.addEventListener("online", line.retry);
    return () => {
      leave();
      window.removeEventListener("online", line.retry);
      line.stop();
    };
  }, [line, onConflict]);
  useLeaving(line);

  return (
    <SessionContext value={session}>
      <ModelContext value={model}>
        <StuckSteps stuck={stuck} />
        <EditorRoom draftId={draftId} role={new URLSearchParams(window.location.search).get("role")} />
      </ModelContext>
    </SessionContext>
  );
}
