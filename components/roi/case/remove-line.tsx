"use client";
import { removeLineAction } from "@/lib/roi/case/actions";
import type { CaseDesk } from "@/lib/roi/case/read-case-desk";
import { ConfirmRemoval } from "./confirm-removal";
import { goesWithLine } from "./goes-with-line";

type RemoveLineProps = { line: CaseDesk["lines"][number]; title: string };

/** Takes a benefit line out of the case, after saying what goes with it. */
export function RemoveLine({ line, title }: RemoveLineProps) {
  return (
    <ConfirmRemoval
      what={title}
      says={goesWithLine(line)}
      remove={removeLineAction}
      input={{ id: line.id, seen: line.seen }}
    />
  );
}
