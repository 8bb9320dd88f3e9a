import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import type { Brittle } from "@/lib/work/brittle/read-brittle";
import { brittleWords } from "./brittle-words";

type BrittleTableProps = Pick<Brittle, "spots" | "minimum"> & { formats: Formats };

export function BrittleTable({ spots, minimum, formats }: BrittleTableProps) {
  return (
    <DataTable
      id="brittle"
      caption="Brittle spots"
      hideCaption
      csv="brittle-spots.csv"
      filter
      columns={[
        { id: "task", header: "Task", rowHeader: true },
        { id: "signs", header: "Signs", align: "end", wide: true },
        { id: "why", header: "Why it is brittle, and what would help" },
        { id: "owner", header: "Workflow and owner", wide: true },
      ]}
      rows={spots.map(({ taskId, task, role, reasons, workflows }) => {
        const words = reasons.map((reason) => brittleWords(reason, minimum, formats));
        const owners = workflows.map(({ name, owner }) => (owner ? `${name} (${owner})` : name)).join(", ");
        const text = words.map(({ why, instead }) => `${why}; ${instead}`).join(". ");
        return {
          id: taskId,
          cells: {
            task: role ? `${task} (${role})` : task,
            signs: reasons.length,
            why: {
              text,
              saved: text,
              node: (
                <ul className="space-y-1">
                  {words.map(({ why, instead }) => (
                    <li key={why}>
                      {why}. <span className="text-ink-2">Would help: {instead}.</span>
                    </li>
                  ))}
                </ul>
              ),
            },
            owner: owners
              ? {
                  text: owners,
                  node: (
                    <span className="flex flex-col gap-1">
                      {workflows.map(({ id, name, owner }) => (
                        <Link key={id} className="link" href={`/work/workflows/${id}`}>
                          {owner ? `${name} (${owner})` : name}
                        </Link>
                      ))}
                    </span>
                  ),
                }
              : { text: "in no workflow yet", sort: null },
          },
        };
      })}
    />
  );
}
