import { DataTable } from "@/components/ui/data-table";
import type { AbleTask } from "@/lib/able/able";
import type { Formats } from "@/lib/format/formats";
import { placeCells, placeColumns } from "./place-cells";

type SiteTableProps = { tasks: readonly AbleTask[]; formats: Formats };

/** The critical tasks of one role, site by site. */
export function SiteTable({ tasks, formats }: SiteTableProps) {
  return (
    <DataTable
      id="sites"
      caption="Critical tasks of the role by site"
      hideCaption
      csv="able-alone-by-site"
      filter
      columns={[{ id: "site", header: "Site", rowHeader: true }, { id: "task", header: "Task" }, ...placeColumns]}
      rows={tasks.flatMap(({ taskId, task, sites }) =>
        sites.map(({ siteId, label, state }) => ({
          id: `${taskId} ${siteId}`,
          cells: { site: label, task, ...placeCells(state, formats) },
        })),
      )}
    />
  );
}
