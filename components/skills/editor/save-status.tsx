"use client";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { StatusText } from "@/components/ui/status-text";
import type { SaveState } from "./save-line";
import { useSession } from "./session-context";

/** Whether what was done is safe, and what to do where it is not. */
export function SaveStatus() {
  const { line } = useSession();
  const state = useSyncExternalStore(line.subscribe, line.state, line.state);
  return (
    <div role="status" className="flex min-h-8 flex-wrap items-center gap-x-3 text-table">
      <StatusText status={looks[state.kind]}>{wordsOf(state)}</StatusText>
      {state.kind === "offline" || state.kind === "refused" ? (
        <Button look="inline" onClick={line.retry}>
          Try again now
        </Button>
      ) : null}
      {state.kind === "refused" && state.error.code === "invalid-input" ? (
        <Button look="inline" onClick={line.giveUp}>
          Leave this change out
        </Button>
      ) : null}
    </div>
  );
}

const looks = { saved: "pass", saving: "running", offline: "waiting", conflict: "warn", refused: "fail" } as const;

function wordsOf(state: SaveState): string {
  const changes = "waiting" in state ? (state.waiting === 1 ? "1 change" : `${state.waiting} changes`) : "";
  switch (state.kind) {
    case "saved":
      return "All changes saved";
    case "saving":
      return `Saving ${changes}`;
    case "offline":
      return `No connection: ${changes} kept on this device, sent as soon as it is back`;
    case "conflict":
      return state.waiting === 0
        ? "Reading the draft again"
        : `Changed in another tab: ${changes} kept here, reading the draft again`;
    default:
      return state.error.code === "unauthenticated"
        ? `You are signed out: ${changes} kept on this device. Sign in in another tab, then try again`
        : `${state.error.message} ${changes} kept on this device.`;
  }
}
