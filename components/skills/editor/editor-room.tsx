"use client";
import { useCallback, useDeferredValue, useEffect, useState } from "react";
import { FindBar } from "@/components/skills/browse/find-bar";
import { useAddress } from "@/components/skills/browse/use-address";
import { useTreeFilter } from "@/components/skills/browse/use-tree-filter";
import { Workbench } from "@/components/skills/browse/workbench";
import { TreeGrid } from "@/components/skills/tree/tree-grid";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import type { Addition } from "./add-at";
import { AddLine } from "./add-line";
import { EditCells } from "./edit-cells";
import { NodeForm } from "./forms/node-form";
import { OpenedDialog } from "./opened-dialog";
import { SaveStatus } from "./save-status";
import { useSession } from "./session-context";
import { Toolbar } from "./toolbar";
import { useRoom } from "./use-room";

type EditorRoomProps = { draftId: string; role: string | null };

/** The tree that can be edited, its commands, and the form of the chosen node. */
export function EditorRoom({ draftId, role: firstRole }: EditorRoomProps) {
  const { view } = useSession();
  const room = useRoom(draftId);
  const filter = useTreeFilter();
  const [role, setRole] = useState(firstRole);
  const [showsDetail, setShowsDetail] = useState(false);
  const showDetail = useCallback(() => setShowsDetail(true), []);
  /** What is being added stays the same while the row that was added becomes the current one. */
  const [adding, setAdding] = useState<Addition | null>(null);
  const { addition, closeAdding } = room;
  if (addition && !adding) setAdding(addition);
  if (!addition && adding) setAdding(null);
  useAddress(view, role);
  useEffect(() => {
    if (view.rows().length > 0) view.go(view.active());
  }, [view]);
  const chosen = useDeferredValue(room.row);
  const within = (next: string | null) => {
    setRole(next);
    view.setWithin(next);
    if (next) view.setOpen(next, true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo works wherever the focus is, but in a text that has its own
    <div
      onKeyDown={(event) => {
        if (event.defaultPrevented || isText(event.target)) return;
        if (event.ctrlKey || event.metaKey) if (room.onKey(event)) event.preventDefault();
      }}
    >
      <Workbench
        head={
          <>
            <div className="screen-only mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
              <SaveStatus />
              {room.picked ? (
                <p role="status" className="text-table">
                  {room.picked.rows === 1 ? "1 entry" : `${room.picked.rows} entries`} picked up: go where it belongs,
                  then “Put here” (V).{" "}
                  <Button look="inline" onClick={() => room.run("clear")}>
                    Let go
                  </Button>
                </p>
              ) : null}
            </div>
            <FindBar tree={filter} role={role} onRole={within} search={room.search} drafting />
            <Toolbar additions={room.additions} can={room.can} run={room.run} marked={room.marked.size} />
          </>
        }
        showsDetail={showsDetail}
        onBack={() => {
          setShowsDetail(false);
          view.go(view.active());
        }}
        detailKey={chosen?.key ?? ""}
        tree={
          <div className="flex h-full flex-col">
            <div className="min-h-0 flex-1">
              {view.rows().length === 0 && filter.found === null ? (
                <Empty title="Nothing here yet" actions={<Button onClick={() => room.run("add")}>Add a role</Button>}>
                  Begin with a role people hold. Its tasks, their skills and what one can see of them come below.
                </Empty>
              ) : (
                <TreeGrid
                  view={view}
                  label="Taxonomy of the draft"
                  Cells={EditCells}
                  marking
                  onKey={room.onKey}
                  onChoose={showDetail}
                />
              )}
            </div>
            {adding ? (
              <AddLine
                addition={adding}
                onAdded={(id) => {
                  filter.clear();
                  view.show(id, false);
                }}
                onClose={closeAdding}
              />
            ) : null}
          </div>
        }
        detail={chosen ? <NodeForm row={chosen} /> : null}
      />
      <OpenedDialog room={room} />
    </div>
  );
}

const isText = (target: EventTarget) => target instanceof HTMLElement && target.matches("input, textarea, select");
