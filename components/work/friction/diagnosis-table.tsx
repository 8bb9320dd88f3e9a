import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import type { DiagnosedTask } from "@/lib/work/friction/friction";
import { frictionKindWords } from "@/lib/work/friction/kinds";
import { diagnosisTitles, diagnosisWords } from "./friction-words";

const order = ["process", "content", "reach"] as const;

/** Which of the friction lies in the process, in the content, or in who was reached, with the numbers behind it. */
export function DiagnosisTable({ diagnosed, formats }: { diagnosed: readonly DiagnosedTask[]; formats: Formats }) {
  const rows = diagnosed.toSorted((left, right) => order.indexOf(left.diagnosis) - order.indexOf(right.diagnosis));
  return (
    <DataTable
      id="causes"
      caption="Process, content or reach"
      hideCaption
      csv="friction-causes.csv"
      filter
      columns={[
        { id: "task", header: "Task", rowHeader: true },
        { id: "reading", header: "Reading" },
        { id: "kind", header: "Kind", wide: true },
        { id: "why", header: "Why", wide: true },
        { id: "role", header: "Role", wide: true },
      ]}
      rows={rows.map((task) => {
        const why = diagnosisWords(task, formats);
        return {
          id: task.key,
          cells: {
            task: task.task,
            reading: {
              text: diagnosisTitles[task.diagnosis],
              sort: order.indexOf(task.diagnosis),
              saved: diagnosisTitles[task.diagnosis],
              node: (
                <>
                  {diagnosisTitles[task.diagnosis]}
                  <span className="mt-1 block text-caption text-ink-2 sm:hidden">{why}</span>
                </>
              ),
            },
            kind: frictionKindWords[task.kind],
            why,
            role: task.role,
          },
        };
      })}
    />
  );
}
