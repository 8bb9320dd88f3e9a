import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import type { Friction, FrictionPoint } from "@/lib/work/friction/friction";
import { frictionKindWords, frictionStatusWords } from "@/lib/work/friction/kinds";
import type { WorkChoices } from "@/lib/work/read-work-choices";
import { ChangePoint } from "./change-point";
import { foundWords, recheckWords } from "./friction-words";

type RegisterTableProps = Pick<Friction, "points" | "adding"> & { choices: WorkChoices; formats: Formats };

export function RegisterTable({ points, adding, choices, formats }: RegisterTableProps) {
  return (
    <DataTable
      id="register"
      caption="Friction points"
      hideCaption
      csv="friction.csv"
      filter
      columns={[
        { id: "statement", header: "Where it goes wrong", rowHeader: true },
        { id: "kind", header: "Kind" },
        { id: "where", header: "Task or step", wide: true },
        { id: "from", header: "From", wide: true },
        { id: "built", header: "Built to help", wide: true },
        { id: "status", header: "State" },
        ...(adding ? [{ id: "change", header: "Change", screenOnly: true }] : []),
      ]}
      rows={points.map((point) => {
        const { id, statement, kind, role, task, step, activities, status, recheck } = point;
        const state = point.ofProcess ? `${frictionStatusWords[status]}, in the process` : frictionStatusWords[status];
        const again = recheck ? recheckWords(recheck, formats) : null;
        return {
          id,
          cells: {
            statement,
            kind: frictionKindWords[kind],
            where: [step ? `${step.workflow}: ${step.name}` : null, task?.name, role.name].filter(Boolean).join(" · "),
            from: { text: fromWords(point, formats), sort: point.toldBy ?? 0, saved: fromWords(point, formats) },
            built: activities.map(({ title, code }) => title ?? code).join(", ") || null,
            status: {
              text: again ? `${state}. ${again}` : state,
              node: (
                <>
                  {state}
                  {again ? <span className="block text-caption text-ink-2">{again}</span> : null}
                </>
              ),
            },
            change: {
              text: "",
              node: (
                <ChangePoint
                  key={JSON.stringify(point)}
                  point={point}
                  activities={choices.activities}
                  steps={choices.roles.find((one) => one.id === role.id)?.steps ?? []}
                />
              ),
            },
          },
        };
      })}
    />
  );
}

function fromWords({ origin, toldBy, figures }: FrictionPoint, formats: Formats): string {
  if (origin === "interview")
    return toldBy === 1 ? "told by 1 person" : `told by ${formats.number(toldBy ?? 0)} people`;
  return figures ? `data: ${foundWords(figures, formats)}` : "data";
}
