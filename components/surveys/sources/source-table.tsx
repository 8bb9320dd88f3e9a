import { VoteText } from "@/components/ladder/vote-text";
import { DataTable } from "@/components/ui/data-table";
import { StateText } from "@/components/ui/state-text";
import type { Cell } from "@/components/ui/table-types";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { SourceList, SourceRow } from "@/lib/surveys/sources/read-sources";
import { type SourceSays, sourceIds, sourceNames } from "@/lib/surveys/sources/source-views";

const silent = {
  "too-early": "too early",
  withheld: "withheld",
  "not-evaluated": "not evaluated",
} as const;

/** What each source says of each initiative and how many people it rests on, side by side. */
export function SourceTable({ rows, minimum }: SourceList) {
  return (
    <DataTable
      id="sources"
      caption="What each source says of each initiative"
      hideCaption
      csv="sources.csv"
      columns={[
        { id: "initiative", header: "Initiative", rowHeader: true },
        ...sourceIds.map((id) => ({ id, header: sourceNames[id] })),
        ...sourceIds.map((id) => ({
          id: `${id}-says`,
          header: `${sourceNames[id]}: what it rests on`,
          fileOnly: true,
        })),
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          initiative: { text: row.title, href: initiativeHref(row.id, "ladder", "triangulation") },
          ...cellsOf(row, minimum),
        },
      }))}
    />
  );
}

function cellsOf({ says, why }: SourceRow, minimum: number): Record<string, Cell> {
  if (says === null) {
    const node = why === "withheld" ? <StateText state="withheld" minimum={minimum} /> : undefined;
    const cell = { text: silent[why], sort: null, saved: silent[why], ...(node && { node }) };
    return Object.fromEntries(sourceIds.map((id) => [id, cell]));
  }
  return Object.fromEntries(
    sourceIds.flatMap((id): [string, Cell][] => [
      [id, sourceCell(says[id])],
      [`${id}-says`, says[id].says],
    ]),
  );
}

function sourceCell({ vote, word, people }: SourceSays): Cell {
  const rests = people === null ? "" : `${people} people`;
  return {
    text: [word, rests].filter(Boolean).join(", "),
    node: (
      <>
        <VoteText vote={vote} word={word} />
        {rests ? <span className="block text-caption text-ink-3">{rests}</span> : null}
      </>
    ),
  };
}
