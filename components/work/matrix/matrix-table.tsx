import { DataTable } from "@/components/ui/data-table";
import { StateText } from "@/components/ui/state-text";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { SignalFigure } from "@/lib/work/figures/task-figures";
import { quadrants } from "@/lib/work/matrix/advice";
import type { Matrix, MatrixTask } from "@/lib/work/matrix/read-matrix";
import { adviceOf, adviceWords, apartWords } from "@/lib/work/matrix/reasons";

type MatrixTableProps = Pick<Matrix, "tasks" | "minimum"> & {
  formats: Formats;
  /** By task, skills it needs that were seen to pay. */
  paying: Readonly<Record<string, string[]>>;
};

export function MatrixTable({ tasks, minimum, formats, paying }: MatrixTableProps) {
  return (
    <DataTable
      id="tasks"
      caption="Tasks of the role"
      hideCaption
      csv="tasks.csv"
      filter
      columns={[
        { id: "number", header: "No.", align: "end" },
        { id: "task", header: "Task", rowHeader: true },
        { id: "advice", header: "Advice" },
        { id: "placed", header: "Placed", whole: true },
        { id: "events", header: "Work events", whole: true },
        { id: "jobs", header: "Jobs per person and month", align: "end", wide: true },
        { id: "wrong", header: "Errors and re-opened", align: "end", wide: true },
        { id: "escalated", header: "Escalated", align: "end", wide: true },
        { id: "assisted", header: "With help", align: "end", wide: true },
        { id: "alone", header: "People whose jobs are right and without help", align: "end", wide: true },
        ...(Object.keys(paying).length > 0 ? [{ id: "pays", header: "A skill that pays", wide: true }] : []),
        { id: "why", header: "Why", fileOnly: true },
        { id: "apart", header: "Difference", fileOnly: true },
      ]}
      rows={tasks.map((task, at) => ({
        id: task.id,
        cells: {
          number: at + 1,
          task: task.critical ? `${task.name} (critical)` : task.name,
          advice: adviceCell(task),
          placed: placeCell(task.placed?.frequency, task.placed?.impact),
          events: task.withheld
            ? withheldCell(minimum)
            : placeCell(task.computed?.frequency?.level, task.computed?.impact?.level),
          ...figureCells(task, minimum, formats),
          pays: payingCell(paying[task.id]),
          why: adviceWords(task),
          apart: apartWords(task),
        },
      }))}
    />
  );
}

function payingCell(skills: readonly string[] | undefined): Cell {
  return skills ? { text: skills.join(", "), href: "/skills/pays" } : null;
}

function adviceCell(task: MatrixTask): Cell {
  const advice = adviceOf(task);
  return advice ? quadrants[advice.quadrant].name : null;
}

const withheldCell = (minimum: number): Cell => ({
  text: `Withheld: fewer than ${minimum} people`,
  sort: null,
  node: <StateText state="withheld" minimum={minimum} />,
});

function placeCell(frequency: number | undefined, impact: number | undefined): Cell {
  if (frequency === undefined && impact === undefined) return { text: "not known", sort: null };
  const text = `${frequency ?? "not known"} × ${impact ?? "not known"}`;
  return { text, sort: (impact ?? 0) * 10 + (frequency ?? 0), saved: text };
}

function figureCells({ figures, withheld }: MatrixTask, minimum: number, formats: Formats): Record<string, Cell> {
  const ids = ["jobs", "wrong", "escalated", "assisted", "alone"];
  if (!figures) return Object.fromEntries(ids.map((id) => [id, withheld ? { text: "withheld", sort: null } : null]));
  const share = (figure: SignalFigure | null): Cell =>
    figure && { text: formats.percent(figure.share), sort: figure.share };
  const { signals, alone } = figures;
  return {
    jobs: { text: formats.figure(figures.perPersonMonth), sort: figures.perPersonMonth },
    wrong: share(signals.wrong),
    escalated: share(signals.escalated),
    assisted: share(signals.assisted),
    alone: alone
      ? { text: `${formats.number(alone.able)} of ${formats.number(alone.of)}`, sort: alone.able / alone.of }
      : { text: `fewer than ${minimum} with five jobs`, sort: null },
  };
}
