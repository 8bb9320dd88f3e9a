import { FactsTable } from "@/components/ui/facts-table";
import type { Formats } from "@/lib/format/formats";
import type { DueReview } from "@/lib/programmes/read-standing";
import { reviewKindWords } from "./words";

/** Reviews of programmes that should have been held by now. */
export function DueReviews({ reviews, formats }: { reviews: readonly DueReview[]; formats: Formats }) {
  return (
    <FactsTable
      caption="Reviews of programmes that are due"
      columns={[
        { id: "review", header: "Review", rowHeader: true },
        { id: "initiative", header: "Initiative" },
        { id: "due", header: "Due" },
      ]}
      rows={reviews.map(({ id, initiativeId, title, kind, dueOn, late }) => ({
        id,
        cells: {
          review: reviewKindWords[kind],
          initiative: { text: title, href: `/initiatives/${initiativeId}/programme#reviews` },
          due: {
            text: late ? `Overdue since ${formats.date(dueOn)}` : "Today",
            node: late ? <span className="font-medium text-worse">Overdue since {formats.date(dueOn)}</span> : "Today",
          },
        },
      }))}
    />
  );
}
