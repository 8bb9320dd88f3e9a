import { DataTable } from "@/components/ui/data-table";
import { missedWords } from "@/components/work/missed/missed-words";
import { revisionCell } from "@/components/work/revisions/revision-cell";
import type { Formats } from "@/lib/format/formats";
import type { RevisionTask } from "@/lib/work/friction/friction";
import type { NamedConcept } from "@/lib/work/missed/read-missed";
import { latestByActivity, type RevisionDesk } from "@/lib/work/revisions/revision";
import { diagnosisWords } from "./friction-words";

type RevisionsTableProps = {
  toRevise: readonly RevisionTask[];
  /** Concepts whose content is to be revised (`isToRevise`). */
  missed: readonly NamedConcept[];
  desk: RevisionDesk;
  minimum: number;
  formats: Formats;
};

/** Content to revise, by who owns it and has it in hand: from the work it was built for, and from what is missed when people are asked. */
export function RevisionsTable({
  toRevise,
  missed,
  desk: { revisions, mayTakeOn },
  minimum,
  formats,
}: RevisionsTableProps) {
  const latest = latestByActivity(revisions);
  const rowOf = (because: string, activity: RevisionTask["activity"], task: string | null, why: string) => {
    const { id, owner, version } = activity;
    const name = activity.title ?? activity.code;
    return {
      id: `${id} ${because}`,
      cells: {
        activity: name,
        owner: owner ?? { text: "nobody owns it", sort: null },
        version,
        task,
        why,
        state: revisionCell({ activity: { id, name }, why, latest: latest.get(id), mayTakeOn, formats }),
      },
    };
  };
  const misunderstood = missed.flatMap((concept) => {
    const tasks = concept.tasks.map(({ name }) => name).join("; ") || null;
    const why = missedWords(concept, minimum, formats);
    return concept.activities.map((activity) => rowOf(concept.id, activity, tasks, why));
  });
  return (
    <DataTable
      id="revise"
      caption="Content to revise"
      hideCaption
      csv="content-to-revise.csv"
      columns={[
        { id: "activity", header: "Activity", rowHeader: true },
        { id: "owner", header: "Owner", wide: true },
        { id: "version", header: "Version", wide: true },
        { id: "task", header: "Task", wide: true },
        { id: "why", header: "Why" },
        { id: "state", header: "State" },
      ]}
      rows={[
        ...toRevise.map(({ activity, task, why }) => rowOf(why.key, activity, task, diagnosisWords(why, formats))),
        ...misunderstood,
      ]}
    />
  );
}
