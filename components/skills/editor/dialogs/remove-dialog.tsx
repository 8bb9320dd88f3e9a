"use client";
import { useState } from "react";
import { useTreeIndex } from "@/components/skills/tree/model-context";
import { rowName } from "@/components/skills/tree/row-name";
import { remove } from "@/lib/skills/tree/edits/remove";
import type { NodeKind } from "@/lib/skills/tree/node";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";
import { EditDialog } from "./edit-dialog";

/** Takes rows out, after saying what goes with them. A skill may go from here or from everywhere. */
export function RemoveDialog({ rows, onClose }: { rows: readonly OutlineRow[]; onClose: () => void }) {
  const index = useTreeIndex();
  const [everywhere, setEverywhere] = useState(false);
  const asks = rows.some((row) => row.kind === "skill" && row.need !== null);
  const ids = rows.flatMap((row) => {
    if (row.kind === "skill" && row.need && !everywhere) return [row.need.id];
    return "node" in row ? [row.node.id] : [];
  });
  const [first] = rows;
  const name = rows.length === 1 && first ? `“${rowName(first)}”` : `${rows.length} entries`;
  return (
    <EditDialog
      title={`Take out ${name}`}
      action="Take out"
      danger
      build={(now) => remove(now, ids)}
      onClose={onClose}
      description={whatGoes(index, ids)}
    >
      {asks ? (
        <fieldset className="space-y-1">
          <legend className="mb-1 text-table font-medium">From where</legend>
          {[false, true].map((all) => (
            <label key={String(all)} className="target flex items-center gap-2">
              <input
                type="radio"
                name="from"
                className="size-4 accent-line"
                checked={everywhere === all}
                onChange={() => setEverywhere(all)}
              />
              {all ? "Everywhere: the skill itself, with its behaviours" : "From here: the skill stays for others"}
            </label>
          ))}
        </fieldset>
      ) : null}
    </EditDialog>
  );
}

const counted: Record<NodeKind, readonly [string, string]> = {
  role: ["role", "roles"],
  task: ["task", "tasks"],
  skill: ["skill", "skills"],
  behaviour: ["behaviour", "behaviours"],
  need: ["need for a skill", "needs for skills"],
};

function whatGoes(index: TreeIndex, ids: readonly string[]): string {
  const gone = remove(index, ids).changes.flatMap(({ before, after }) => (before && !after ? [before.kind] : []));
  const parts = (Object.keys(counted) as NodeKind[]).flatMap((kind) => {
    const count = gone.filter((one) => one === kind).length;
    return count === 0 ? [] : [`${count} ${counted[kind][count === 1 ? 0 : 1]}`];
  });
  return `This takes out ${parts.join(", ")}. What was observed and measured of them stays; undo brings them back until the draft is published.`;
}
