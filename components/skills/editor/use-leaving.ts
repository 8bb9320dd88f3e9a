"use client";
import { useEffect } from "react";
import type { SaveLine } from "./save-line";
import type { Step } from "./step";
import { hasUnfinished } from "./use-commit";

/** Whoever closes the tab first has what they typed taken over, and is asked to stay where something is not saved yet. */
export function useLeaving(line: SaveLine<Step>): void {
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (line.state().kind === "offline" || line.state().kind === "refused" || hasUnfinished()) event.preventDefault();
    };
    window.addEventListener("beforeunload", leave);
    return () => window.removeEventListener("beforeunload", leave);
  }, [line]);
}
