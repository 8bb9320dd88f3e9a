import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import type { RevisionTask } from "@/lib/work/friction/friction";
import { diagnosisWords } from "./friction-words";

/** Content to revise, by who owns it. */
export function RevisionsTable({ revisions, formats }: { revisions: readonly RevisionTask[]; formats: Formats }) {
  return (
    <DataTable
      id="revise"
      caption="Content to revise"
      hideCaption
      csv="content-to-revise.csv"
      columns={[
        { id: "activity", header: "Activity", rowHeader: true },
        { id: "owner", header: "Owner" },
        { id: "version", header: "Version", wide: true },
        { id: "task", header: "Task", wide: true },
        { id: "why", header: "Why" },
      ]}
      rows={revisions.map(({ activity, task, why }) => ({
        id: `${activity.id} ${why.key}`,
        cells: {
          activity: activity.title ?? activity.code,
          owner: activity.owner ?? { text: "nobody owns it", sort: null },
          version: activity.version,
          task,
          why: diagnosisWords(why, formats),
        },
      }))}
    />
  );
}
