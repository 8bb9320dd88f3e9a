import { DataTable } from "@/components/ui/data-table";
import { missedWords } from "@/components/work/missed/missed-words";
import type { Formats } from "@/lib/format/formats";
import type { RevisionTask } from "@/lib/work/friction/friction";
import type { NamedConcept } from "@/lib/work/missed/read-missed";
import { diagnosisWords } from "./friction-words";

type RevisionsTableProps = {
  revisions: readonly RevisionTask[];
  /** Concepts whose content is to be revised (`isToRevise`). */
  missed: readonly NamedConcept[];
  minimum: number;
  formats: Formats;
};

/** Content to revise, by who owns it: from the work it was built for, and from what is missed when people are asked. */
export function RevisionsTable({ revisions, missed, minimum, formats }: RevisionsTableProps) {
  const misunderstood = missed.flatMap((concept) =>
    concept.activities.map((activity) => ({
      id: `${activity.id} ${concept.id}`,
      cells: {
        activity: activity.title ?? activity.code,
        owner: activity.owner ?? { text: "nobody owns it", sort: null },
        version: activity.version,
        task: concept.tasks.map(({ name }) => name).join("; ") || null,
        why: missedWords(concept, minimum, formats),
      },
    })),
  );
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
      rows={[
        ...revisions.map(({ activity, task, why }) => ({
          id: `${activity.id} ${why.key}`,
          cells: {
            activity: activity.title ?? activity.code,
            owner: activity.owner ?? { text: "nobody owns it", sort: null },
            version: activity.version,
            task,
            why: diagnosisWords(why, formats),
          },
        })),
        ...misunderstood,
      ]}
    />
  );
}
