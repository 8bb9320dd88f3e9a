import { DataTable } from "@/components/ui/data-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { Empty } from "@/components/ui/states";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { Revision, RevisionList } from "@/lib/work/revisions/revision";
import { CloseRevision } from "./close-revision";
import { afterwardsWords, revisionStatusWords } from "./revision-words";

type RevisionTableProps = Pick<RevisionList, "revisions" | "mayTakeOn" | "minimum"> & { formats: Formats };

const order = ["open", "done", "dropped"];

/** Content somebody took on: who has it in hand until when, what became of it, and what happened afterwards. */
export function RevisionTable({ revisions, mayTakeOn, minimum, formats }: RevisionTableProps) {
  const day = (at: string | null) => (at === null ? null : { text: formats.date(at), sort: at });
  return (
    <DataTable
      id="revisions"
      caption="Content taken on to revise"
      hideCaption
      csv="revisions.csv"
      filter
      empty={<Empty title="None of these" />}
      columns={[
        { id: "activity", header: "Content", rowHeader: true },
        { id: "state", header: "State" },
        { id: "owner", header: "Owner", wide: true },
        { id: "due", header: "Due", wide: true },
        { id: "why", header: "Why", wide: true },
        { id: "outcome", header: "What became of it", wide: true },
        { id: "since", header: "Afterwards" },
        { id: "opened", header: "Taken on", fileOnly: true },
        { id: "closed", header: "Closed", fileOnly: true },
      ]}
      rows={revisions.map((one) => ({
        id: one.id,
        cells: {
          activity: one.activity,
          state: stateCell(one, mayTakeOn, formats),
          owner: one.owner ?? { text: "gone", sort: null },
          due: day(one.dueOn),
          why: one.why,
          outcome: one.outcome,
          since: sinceCell(one, minimum, formats),
          opened: one.openedOn,
          closed: one.closedOn,
        },
      }))}
    />
  );
}

function stateCell(one: Revision, isEditing: boolean, formats: Formats): Cell {
  const { status, overdue, closedOn } = one;
  const word = overdue ? "Overdue" : revisionStatusWords[status];
  const text = closedOn ? `${word} on ${formats.date(closedOn)}` : word;
  return {
    text,
    sort: `${overdue ? -1 : order.indexOf(status)} ${closedOn ?? ""}`,
    saved: word,
    node: (
      <>
        <span className={overdue ? "font-medium text-worse" : undefined}>{text}</span>
        {isEditing && status === "open" ? (
          <span className="screen-only block">
            <CloseRevision key={one.id} revision={one} />
          </span>
        ) : null}
      </>
    ),
  };
}

function sinceCell({ afterwards }: Revision, minimum: number, formats: Formats): Cell {
  if (!afterwards) return null;
  const words = afterwardsWords(afterwards, minimum, formats);
  if (afterwards.kind !== "told") return words;
  return {
    text: words,
    saved: `${words}. Grade D`,
    node: (
      <>
        {words} <GradeMark grade="D" short />
      </>
    ),
  };
}
