"use client";
import { useEffect } from "react";
import { ModelContext } from "@/components/skills/tree/model-context";
import type { DraftSession } from "./draft-session";
import { EditorRoom } from "./editor-room";
import { SessionContext } from "./session-context";
import { StuckSteps } from "./stuck-steps";
import type { Stage } from "./use-draft-session";
import { useLeaving } from "./use-leaving";

type OpenSessionProps = Omit<Extract<Stage, { kind: "open" }>, "kind"> & {
  draftId: string;
  /** The draft was changed elsewhere: what waits is kept, and the draft must be read again. */
  onConflict: () => void;
};

export function OpenSession({ draftId, session, model, stuck, onConflict }: OpenSessionProps) {
  useSaving(session, onConflict);
  useLeaving(session.line);
  return (
    <SessionContext value={session}>
      <ModelContext value={model}>
        <StuckSteps stuck={stuck} />
        <EditorRoom draftId={draftId} role={new URLSearchParams(window.location.search).get("role")} />
      </ModelContext>
    </SessionContext>
  );
}

/** Sends again what waits when the network is back, and says when the draft was changed elsewhere. */
function useSaving({ line }: DraftSession, onConflict: () => void): void {
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
}
