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
        { id: "role", header: "Role", wide: true },
        ...placeColumns.slice(0, 2),
        { id: "change", header: "Alone, change", align: "end" },
        ...placeColumns.slice(2),
        { id: "qualityChange", header: "Quality, change", align: "end", fileOnly: true },
        { id: "errorsChange", header: "Errors, change", align: "end", fileOnly: true },
        { id: "assistedChange", header: "Jobs with help, change", align: "end", fileOnly: true },
      ]}
      rows={tasks.map((task): Row => {
        const name = task.basis === "marked" ? task.task : `${task.task} (by its impact)`;
        const cells = placeCells(task.whole.state, formats);
        const qualityChange = workCell(task, "quality", "up", formats);
        const errorsChange = workCell(task, "errors", "down", formats);
        const assistedChange = workCell(task, "assisted", "down", formats);
        return {
          id: `${task.roleId} ${task.taskId}`,
          cells: {
            task: { text: name, node: <NameWithRole name={name} role={task.role} /> },
            role: { text: task.role, ...(hrefOf && { href: hrefOf(task.roleId) }) },
            ...cells,
            change: changeCell(task, formats),
            quality: withChange(cells.quality, qualityChange),
            errors: withChange(cells.errors, errorsChange),
            assisted: withChange(cells.assisted, assistedChange),
            qualityChange,
            errorsChange,
            assistedChange,
          },
        };
      })}
    />
  );
}

/** On a phone the role stands under its task. */
function NameWithRole({ name, role }: { name: string; role: string }) {
  return (
    <>
      {name}
      <span className="mt-1 block text-caption font-normal text-ink-2 sm:hidden">{role}</span>
    </>
  );
}

/** A figure with what is different from the earlier day under it. */
function withChange(figure: Cell | undefined, change: Cell): Cell {
  if (!figure || typeof figure !== "object" || !change || typeof change !== "object") return figure ?? null;
  return {
    ...figure,
    node: (
      <>
        {figure.text}
        <span className="mt-1 block text-caption">{change.node ?? change.text}</span>
      </>
    ),
  };
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
