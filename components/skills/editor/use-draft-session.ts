"use client";
import { useEffect, useRef, useState } from "react";
import { createView, type ModelStart, modelOf, type TaxonomyModel } from "@/components/skills/tree/taxonomy-model";
import { announce } from "@/components/ui/toaster";
import { redoEditAction, saveEditAction, undoEditAction } from "@/lib/skills/actions";
import type { SentTaxonomy } from "@/lib/skills/taxonomy-queries";
import { treeOf } from "@/lib/skills/tree/apply-changes";
import type { Tree } from "@/lib/skills/tree/node";
import { createDraftSession, type DraftSession } from "./draft-session";
import { keeperOf, takeKeptSteps } from "./kept-steps";
import { type Choice, type Clash, type OnTop, putOnTop } from "./put-on-top";
import type { Step } from "./step";

type Choices = ReadonlyMap<string, Choice>;

export type Stage =
  | { kind: "reading" }
  /** Not open for editing any more; `kept` changes wait on this device. */
  | { kind: "closed"; kept: number }
  | { kind: "clashes"; tree: Tree; clashes: readonly Clash[]; choose: (choices: Choices) => void }
  | { kind: "open"; session: DraftSession; model: TaxonomyModel; stuck: OnTop["stuck"] };

type Reading = {
  draftId: string;
  userId: string;
  start: Pick<ModelStart, "minimumGroupSize" | "drafting">;
  taxonomy: SentTaxonomy;
  /** Another one after each reading of the draft. */
  readAt: number;
};

/**
 * One session for as long as the draft is edited here. A draft that is read again is put underneath it, so that rows, fields and the
 * keyboard stay where they are; what this device could not save before is put on top.
 */
export function useDraftSession({ draftId, userId, start, taxonomy, readAt }: Reading): Stage {
  const [stage, setStage] = useState<Stage>({ kind: "reading" });
  const opened = useRef<DraftSession | null>(null);
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (seen.current === readAt) return;
    seen.current = readAt;
    const put = (waiting: readonly Step[], choices: Choices) => {
      if (taxonomy.draft?.status !== "open") return setStage({ kind: "closed", kept: waiting.length });
      const tree = treeOf(taxonomy.nodes);
      const { steps, clashes, stuck } = putOnTop(tree, waiting, choices);
      if (clashes.length > 0) {
        return setStage({ kind: "clashes", tree, clashes, choose: (chosen) => put(waiting, chosen) });
      }
      opened.current ??= openSession({ draftId, userId, taxonomy });
      const session = opened.current;
      session.rebase(
        tree,
        taxonomy.draft,
        steps.map(({ label, changes }) => ({ label, changes: changes ?? [] })),
      );
      setStage({ kind: "open", session, model: modelOf(taxonomy, start, session.view), stuck });
      if (steps.length > 0) sayPutOnTop(steps.length);
      else if (stuck.length === 0) keeperOf(draftId, userId).keep([]);
    };
    if (opened.current) put(opened.current.line.waiting(), new Map());
    else void takeKeptSteps(draftId, userId).then((kept) => put(kept, new Map()));
  }, [draftId, userId, start, taxonomy, readAt]);
  return stage;
}

function openSession({ draftId, userId, taxonomy }: Pick<Reading, "draftId" | "userId" | "taxonomy">): DraftSession {
  const address = new URLSearchParams(window.location.search);
  return createDraftSession({
    view: createView(taxonomy, { node: address.get("node"), role: address.get("role") }),
    standing: taxonomy.draft ?? { standsAt: 0, lastEdit: 0 },
    keep: keeperOf(draftId, userId).keep,
    send: (step, at) => {
      if (step.kind === "undo") return undoEditAction({ draftId, at });
      if (step.kind === "redo") return redoEditAction({ draftId, at });
      return saveEditAction({ draftId, at, edit: { label: step.label, changes: step.changes ?? [] } });
    },
  });
}

function sayPutOnTop(count: number): void {
  announce(
    count === 1 ? "1 change was put on top" : `${count} changes were put on top`,
    "The draft had moved on, or they were made without a connection. They are being saved now.",
  );
}
