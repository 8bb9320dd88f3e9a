"use client";
import { useState } from "react";
import type { ObservationDraft } from "@/lib/observe/input";
import { dropEntry, type Entry, type SkipDraft } from "./queue";

type Last = { card: string; who: string } & (
  | { kind: "record"; body: ObservationDraft }
  | { kind: "skip"; body: SkipDraft; id: string }
);

/** Takes back the last answer of this sitting: out of the queue, and from the server should it be there or on its way. */
export function useUndo(add: (entry: Entry) => Promise<void>, onUndone: (card: string) => void) {
  const [last, setLast] = useState<Last | null>(null);
  const undoLast = async () => {
    if (!last) return;
    setLast(null);
    onUndone(last.card);
    const words = { who: last.who, what: "taken back", writtenAt: Date.now() };
    if (last.kind === "record") {
      const { id, writtenBy, people } = last.body;
      await dropEntry(id);
      await add({ key: `undo ${id}`, kind: "undo", body: { id, writtenBy, people }, ...words });
    } else {
      const { why: _, ...body } = last.body;
      await dropEntry(last.id);
      await add({ key: `undo ${last.id}`, kind: "unskip", body, ...words });
    }
  };
  return { last, remember: setLast, undoLast };
}
