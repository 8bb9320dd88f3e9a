import { DataTable } from "@/components/ui/data-table";
import type { MappedStep } from "@/lib/work/workflows/read-workflow";

/** What the paths of all steps ask the learning design for, missing first. */
export function AssetsTable({ workflow, steps }: { workflow: string; steps: readonly MappedStep[] }) {
  const wanted = steps
    .flatMap((step, at) => step.assets.map((asset) => ({ ...asset, step, at })))
    .toSorted((one, other) => Number(one.there.length > 0) - Number(other.there.length > 0) || one.at - other.at);
  return (
    <DataTable
      id="assets"
      caption={`What to build for ${workflow}`}
      hideCaption
      csv="what-to-build.csv"
      filter
      columns={[
        { id: "step", header: "Step", rowHeader: true },
        { id: "kind", header: "Asset" },
        { id: "state", header: "State" },
        { id: "from", header: "From", wide: true },
        { id: "task", header: "Task", wide: true },
      ]}
      rows={wanted.map(({ kind, from, there, step, at }) => {
        const state = there.length > 0 ? `There is ${there.map(({ name }) => name).join(", ")}` : "Missing";
        return {
          id: `${step.id} ${kind}`,
          cells: {
            step: { text: `${at + 1}. ${step.name}`, sort: at, saved: step.name },
            kind,
            state: { text: state, sort: there.length > 0 ? 1 : 0, saved: state },
            from,
            task: step.task?.name ?? null,
          },
        };
      })}
    />
  );
}
