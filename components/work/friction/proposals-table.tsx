import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import type { Friction } from "@/lib/work/friction/friction";
import { frictionKindWords } from "@/lib/work/friction/kinds";
import { foundWords } from "./friction-words";
import { JudgeProposal } from "./judge-proposal";

type ProposalsTableProps = Pick<Friction, "proposals" | "adding"> & { formats: Formats };

export function ProposalsTable({ proposals, adding, formats }: ProposalsTableProps) {
  return (
    <DataTable
      id="found"
      caption="Found in work events"
      hideCaption
      csv="friction-found.csv"
      columns={[
        { id: "task", header: "Task", rowHeader: true },
        { id: "kind", header: "Kind" },
        { id: "what", header: "What data show", wide: true },
        ...(adding ? [{ id: "judge", header: "Judge", screenOnly: true }] : []),
        { id: "role", header: "Role", wide: true },
      ]}
      rows={proposals.map((proposal) => {
        const { roleId, taskId, role, task, kind, share, rest } = proposal;
        const what = foundWords(proposal, formats);
        return {
          id: `${roleId} ${taskId} ${kind}`,
          cells: {
            task: {
              text: task,
              node: (
                <>
                  {task}
                  <span className="mt-1 block text-caption font-normal text-ink-2 sm:hidden">{what}</span>
                </>
              ),
            },
            kind: frictionKindWords[kind],
            what: { text: what, sort: share - rest, saved: what },
            judge: {
              text: "",
              node: (
                <span className="flex gap-x-4 max-sm:flex-col max-sm:items-start">
                  <JudgeProposal proposal={proposal} verdict="keep" />
                  <JudgeProposal proposal={proposal} verdict="dismiss" />
                </span>
              ),
            },
            role,
          },
        };
      })}
    />
  );
}
