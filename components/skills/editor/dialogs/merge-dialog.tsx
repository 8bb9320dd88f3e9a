"use client";
import { useState } from "react";
import type { MergeRow } from "@/components/skills/editor/mergeable";
import { rowName } from "@/components/skills/tree/row-name";
import { merge } from "@/lib/skills/tree/edits/merge";
import { kindWords } from "@/lib/skills/tree/vocabulary";
import { EditDialog } from "./edit-dialog";

export function MergeDialog({ rows, onClose }: { rows: readonly MergeRow[]; onClose: () => void }) {
  const [into, setInto] = useState(rows[0]?.node.id ?? "");
  const kind = kindWords[rows[0]?.kind ?? "skill"].toLowerCase();
  return (
    <EditDialog
      title={`Make one ${kind} of ${rows.length}`}
      description={`What belongs to the others belongs to the one that stays; what is then there twice becomes one.${
        rows[0]?.kind === "skill"
          ? " Courses and certificates follow to the one that stays when the draft is published, and come back if the version is rolled back."
          : ""
      }`}
      action="Merge"
      build={(index) =>
        merge(
          index,
          into,
          rows.map(({ node }) => node.id).filter((id) => id !== into),
        )
      }
      onClose={onClose}
    >
      <fieldset>
        <legend className="mb-1 text-table font-medium">Which one stays</legend>
        {rows.map((row) => (
          <label key={row.node.id} className="target flex items-start gap-2 py-1">
            <input
              type="radio"
              name="into"
              className="mt-1 size-4 shrink-0 accent-line"
              checked={into === row.node.id}
              onChange={() => setInto(row.node.id)}
            />
            {rowName(row)}
          </label>
        ))}
      </fieldset>
    </EditDialog>
  );
}
