import { FactsTable } from "@/components/ui/facts-table";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { DueReview } from "@/lib/programmes/read-standing";
import { isFollowUp } from "@/lib/programmes/template";
import { dueWords } from "./words";

/** Reviews of programmes and follow-ups that should have been held by now. */
export function DueReviews({ reviews, formats }: { reviews: readonly DueReview[]; formats: Formats }) {
  return (
    <FactsTable
      caption="Reviews of programmes and follow-ups that are due"
      columns={[
        { id: "review", header: "Review", rowHeader: true },
        { id: "initiative", header: "Initiative" },
        { id: "due", header: "Due" },
      ]}
      rows={reviews.map(({ id, initiativeId, title, kind, dueOn, late }) => ({
        id: `${kind} ${id}`,
        cells: {
          review: dueWords[kind],
          initiative: {
            text: title,
            href: initiativeHref(initiativeId, "programme", isFollowUp(kind) ? "repeats" : "reviews"),
          },
          due: {
            text: late ? `Overdue since ${formats.date(dueOn)}` : "Today",
            node: late ? <span className="font-medium text-worse">Overdue since {formats.date(dueOn)}</span> : "Today",
          },
        },
      }))}
    />
  );
}
