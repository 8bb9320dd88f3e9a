"use client";
import { useSyncExternalStore } from "react";
import { RowCells } from "@/components/skills/tree/row-cells";
import { rowName } from "@/components/skills/tree/row-name";
import { controlClass } from "@/components/ui/control-class";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import { useSession } from "./session-context";
import { useCommit } from "./use-commit";

/** A row whose name can be written where it stands. */
export function EditCells({ row }: { row: OutlineRow }) {
  const { view } = useSession();
  const isEditing = useSyncExternalStore(
    view.subscribe,
    () => view.editing() === row.key,
    () => false,
  );
  return <RowCells row={row}>{isEditing && "node" in row ? <NameField row={row} /> : null}</RowCells>;
}

type NodeRow = Extract<OutlineRow, { node: unknown }>;

function NameField({ row }: { row: NodeRow }) {
  const session = useSession();
  const { view } = session;
  const field = row.kind === "behaviour" ? "statement" : "name";
  const { typed, change, finish, leave, problems } = useCommit(`${row.node.id}/inline`, rowName(row), (text) =>
    session.edit((index) => setFields(index, [row.node.id], { [field]: text })),
  );
  return (
    // biome-ignore lint/a11y: a press in the field is not a press on the row
    <div className="relative" onClick={(event) => event.stopPropagation()}>
      <textarea
        rows={1}
        // biome-ignore lint/a11y/noAutofocus: the field opens where the keyboard is
        autoFocus
        aria-label={field === "statement" ? "Statement" : "Name"}
        aria-invalid={problems.length > 0 || undefined}
        value={typed}
        className={`${controlClass} block field-sizing-content resize-none py-0.5 text-table`}
        onFocus={(event) => event.target.select()}
        onChange={(event) => change(event.target.value.replace(/\n/g, " "))}
        onBlur={() => {
          if (view.editing() === row.key && finish()) view.setEditing(null, false);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Enter") {
            event.preventDefault();
            if (finish()) view.setEditing(null);
          }
          if (event.key === "Escape") {
            leave();
            view.setEditing(null);
          }
        }}
      />
      {problems.length > 0 ? (
        <p role="alert" className="absolute top-full left-0 z-10 bg-paper px-2 py-1 text-table font-medium text-worse">
          {problems.join(". ")}
        </p>
      ) : null}
    </div>
  );
}
