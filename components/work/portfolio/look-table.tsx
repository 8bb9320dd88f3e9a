import { DataTable } from "@/components/ui/data-table";
import { revisionCell } from "@/components/work/revisions/revision-cell";
import type { Formats } from "@/lib/format/formats";
import type { PortfolioActivity } from "@/lib/work/portfolio/read-portfolio";
import type { LookReason } from "@/lib/work/portfolio/to-look-at";
import { latestByActivity, type RevisionDesk } from "@/lib/work/revisions/revision";

type Look = { activity: Pick<PortfolioActivity, "id" | "name" | "owner" | "version" | "skill">; reasons: LookReason[] };

function wordsOf(reason: LookReason): string {
  if (reason.kind === "retired") return `It is for “${reason.what}”, which the taxonomy no longer asks for`;
  return reason.kind === "unused"
    ? "None of these people used it in this period"
    : "Nobody owns it, so nobody revises it";
}

type LookTableProps = RevisionDesk & { looks: readonly Look[]; formats: Formats };

/** Content somebody should look at, why, and whether somebody does. */
export function LookTable({ looks, revisions, mayTakeOn, formats }: LookTableProps) {
  const latest = latestByActivity(revisions);
  return (
    <DataTable
      id="look"
      caption="Content to look at"
      hideCaption
      csv="content-to-look-at.csv"
      columns={[
        { id: "activity", header: "Activity", rowHeader: true },
        { id: "why", header: "Why" },
        { id: "owner", header: "Owner", wide: true },
        { id: "version", header: "Version", wide: true },
        { id: "skill", header: "Skill", wide: true },
        { id: "state", header: "State" },
      ]}
      rows={looks.map(({ activity: { id, name, owner, version, skill }, reasons }) => {
        const why = reasons.map(wordsOf).join(". ");
        return {
          id,
          cells: {
            activity: name,
            why,
            owner: owner ?? { text: "nobody", sort: null },
            version,
            skill,
            state: revisionCell({ activity: { id, name }, why, latest: latest.get(id), mayTakeOn, formats }),
          },
        };
      })}
    />
  );
}
