import { DataTable } from "@/components/ui/data-table";
import type { PortfolioActivity } from "@/lib/work/portfolio/read-portfolio";
import type { LookReason } from "@/lib/work/portfolio/to-look-at";

type Look = { activity: Pick<PortfolioActivity, "id" | "name" | "owner" | "version" | "skill">; reasons: LookReason[] };

function wordsOf(reason: LookReason): string {
  if (reason.kind === "retired") return `It is for “${reason.what}”, which the taxonomy no longer asks for`;
  return reason.kind === "unused" ? "Nobody used it in this period" : "Nobody owns it, so nobody revises it";
}

/** Content somebody should look at, and why. */
export function LookTable({ looks }: { looks: readonly Look[] }) {
  return (
    <DataTable
      id="look"
      caption="Content to look at"
      hideCaption
      csv="content-to-look-at.csv"
      columns={[
        { id: "activity", header: "Activity", rowHeader: true },
        { id: "why", header: "Why" },
        { id: "owner", header: "Owner" },
        { id: "version", header: "Version", wide: true },
        { id: "skill", header: "Skill", wide: true },
      ]}
      rows={looks.map(({ activity: { id, name, owner, version, skill }, reasons }) => ({
        id,
        cells: {
          activity: name,
          why: reasons.map(wordsOf).join(". "),
          owner: owner ?? { text: "nobody", sort: null },
          version,
          skill,
        },
      }))}
    />
  );
}
