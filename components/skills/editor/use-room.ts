"use client";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { leaveAddress } from "@/components/skills/browse/use-address";
import { useTreeIndex } from "@/components/skills/tree/model-context";
import { announce } from "@/components/ui/toaster";
import { move } from "@/lib/skills/tree/edits/move";
import type { NeedNode } from "@/lib/skills/tree/node";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import { type Addition, additionsAt } from "./add-at";
import { type CommandName, commandFor } from "./commands";
import { mergeable } from "./mergeable";
import { destinationAt, movableOf, moveByOne } from "./move-row";
import { useSession } from "./session-context";

export type OpenDialog = "remove" | "merge" | "split" | "bulk" | "help" | null;
type Picked = { kind: "task" | "need" | "behaviour"; ids: string[]; rows: number };

/** What can be done in the editor, and what is being done: keys and buttons both come here. */
export function useRoom(draftId: string) {
  const session = useSession();
  const { view } = session;
  const router = useRouter();
  const index = useTreeIndex();
  const search = useRef<HTMLInputElement>(null);
  const row = useSyncExternalStore(view.subscribe, view.activeRow, view.activeRow);
  const marked = useSyncExternalStore(view.subscribe, view.marked, view.marked);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [adding, setAdding] = useState<"below" | "beside" | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);

  const facet = facetAt(row, view.rowAt);
  const additions = useMemo(() => additionsAt(index, row, facet), [index, row, facet]);
  const meant = () => {
    const rows = view.markedRows();
    return rows.length > 0 ? rows : row ? [row] : [];
  };

  const can = (name: CommandName): boolean => {
    if (name === "undo") return session.canUndo();
    if (name === "redo") return session.canRedo();
    if (name === "add" || name === "help" || name === "search" || name === "difference" || name === "clear")
      return true;
    if (name === "add-beside") return additions.beside !== null;
    if (name === "merge") return mergeable(meant()).length > 1;
    if (name === "put") return picked !== null && row !== undefined && destinationAt(row, picked.kind, facet) !== null;
    if (name === "split") return row?.kind === "skill" && (index.behavioursOf.get(row.node.id)?.length ?? 0) > 1;
    if (name === "bulk") return marked.size > 0;
    if (name === "up" || name === "down" || name === "pick-up") return movableOf(row) !== null;
    return row !== undefined && "node" in row;
  };

  const moveOne = (by: 1 | -1) => {
    if (!row) return;
    const edit = moveByOne(view.index(), view.rows(), row, by);
    const faults = edit ? session.edit(edit) : [];
    if (!edit) announce("It cannot go further", "Pick it up with X and put it elsewhere with V.");
    else if (faults[0]) announce("Not moved", faults[0].message);
    view.go(view.active());
  };
  const pickUp = () => {
    const nodes = meant().flatMap((one) => movableOf(one) ?? []);
    const kind = nodes[0]?.kind;
    if (!kind || nodes.some((node) => node.kind !== kind)) {
      return announce("Not picked up", "Pick up entries of one kind at a time: tasks, skills or behaviours.");
    }
    setPicked({ kind, ids: nodes.map(({ id }) => id), rows: nodes.length });
    view.setMarked([]);
  };
  const put = () => {
    const to = picked && row ? destinationAt(row, picked.kind, facet) : null;
    if (!picked || !to) return;
    const faults = session.edit((now) => move(now, picked.ids, to));
    if (faults[0]) return announce("Not put here", faults[0].message);
    setPicked(null);
    if (picked.ids[0]) view.show(picked.ids[0]);
  };
  const step = (kind: "undo" | "redo") => {
    if (kind === "undo") session.undo();
    else session.redo();
    view.go(view.active());
  };

  const run = (name: CommandName) => {
    if (!can(name)) return;
    const acts: Record<CommandName, () => void> = {
      rename: () => row && view.setEditing(row.key),
      add: () => setAdding("below"),
      "add-beside": () => setAdding("beside"),
      up: () => moveOne(-1),
      down: () => moveOne(1),
      "pick-up": pickUp,
      put,
      mark: () => row && view.setMarked(toggled(marked, row.key)),
      merge: () => setDialog("merge"),
      split: () => setDialog("split"),
      bulk: () => setDialog("bulk"),
      remove: () => setDialog("remove"),
      undo: () => step("undo"),
      redo: () => step("redo"),
      search: () => search.current?.focus(),
      difference: () => {
        leaveAddress();
        router.push(`/skills/drafts/${draftId}?view=difference`);
      },
      help: () => setDialog("help"),
      clear: () => {
        view.setMarked([]);
        setPicked(null);
      },
    };
    acts[name]();
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const name = commandFor(event);
    if (name === null) return false;
    if (name === "rename" && row && !("node" in row)) view.setOpen(row.key, !row.isOpen);
    else run(name);
    return true;
  };
  const closeAdding = () => {
    setAdding(null);
    view.go(view.active());
  };
  const addition: Addition | null = adding === null ? null : additions[adding];
  return {
    row,
    marked,
    meant,
    dialog,
    setDialog,
    adding,
    setAdding,
    addition,
    closeAdding,
    additions,
    picked,
    can,
    run,
    onKey,
    search,
  };
}

function toggled(marked: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(marked);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The facet a row stands under. */
function facetAt(
  row: OutlineRow | undefined,
  rowAt: (key: string | null) => OutlineRow | undefined,
): NeedNode["facet"] {
  for (let at = row; at; at = rowAt(at.parentKey)) if (at.kind === "facet") return at.facet;
  return null;
}
