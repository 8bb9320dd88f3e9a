import { DataTable } from "@/components/ui/data-table";
import { DirectionText } from "@/components/ui/direction-text";
import type { Cell, Row } from "@/components/ui/table-types";
import type { AbleTask, Shift } from "@/lib/able/able";
import type { Formats } from "@/lib/format/formats";
import { placeCells, placeColumns } from "./place-cells";

type AbleTableProps = { tasks: readonly AbleTask[]; hrefOf: ((roleId: string) => string) | null; formats: Formats };

/** Critical tasks by role: who can do them, how good the work is, and what is different from the earlier day. */
export function AbleTable({ tasks, hrefOf, formats }: AbleTableProps) {
  return (
    <DataTable
      id="tasks"
      caption="Critical tasks by role"
      hideCaption
      csv="able-alone"
      filter
      initialSort={{ column: "people", descending: true }}
      columns={[
        { id: "task", header: "Task", rowHeader: true },
        { id: "role", header: "Role" },
        ...placeColumns.slice(0, 2),
        { id: "change", header: "Alone, change", align: "end" },
        ...placeColumns.slice(2),
        { id: "qualityChange", header: "Quality, change", align: "end", wide: true },
        { id: "errorsChange", header: "Errors, change", align: "end", wide: true },
        { id: "assistedChange", header: "Jobs with help, change", align: "end", wide: true },
      ]}
      rows={tasks.map(
        (task): Row => ({
          id: `${task.roleId} ${task.taskId}`,
          cells: {
            task: task.basis === "marked" ? task.task : `${task.task} (by its impact)`,
            role: { text: task.role, ...(hrefOf && { href: hrefOf(task.roleId) }) },
            ...placeCells(task.whole.state, formats),
            change: changeCell(task, formats),
            qualityChange: workCell(task, "quality", "up", formats),
            errorsChange: workCell(task, "errors", "down", formats),
            assistedChange: workCell(task, "assisted", "down", formats),
          },
        }),
      )}
    />
  );
}

const unknown = { withheld: "Withheld", few: "Too few seen", "too-early": "Too early" } as const;

function changeCell({ change }: AbleTask, formats: Formats): Cell {
  if (change.kind !== "told") return { text: unknown[change.kind], sort: null };
  const cell = shiftCell(change.shift, "up", formats);
  return change.among === "all" ? cell : { ...cell, text: `${cell.text}, of those known` };
}

function workCell(
  { change }: AbleTask,
  name: "quality" | "errors" | "assisted",
  wanted: "up" | "down",
  formats: Formats,
) {
  const shift = change.kind === "told" ? change.work[name] : null;
  return shift && shiftCell(shift, wanted, formats);
}

function shiftCell({ value, interval }: Shift, wanted: "up" | "down", formats: Formats) {
  const text = formats.effect(value, interval, "share");
  return {
    text,
    sort: value,
    node: (
      <DirectionText change={value} wanted={wanted} interval={interval}>
        {text}
      </DirectionText>
    ),
  };
}
