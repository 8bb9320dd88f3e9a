import { FactsTable } from "@/components/ui/facts-table";
import type { Formats } from "@/lib/format/formats";
import type { OwnUsage as Used } from "@/lib/usage/read-own-usage";

/** What is kept of how somebody uses the app. */
export function OwnUsage({ used, formats }: { used: readonly Used[]; formats: Formats }) {
  if (used.length === 0) return <p className="text-ink-2">Nothing is kept yet.</p>;
  return (
    <FactsTable
      caption="Pages you opened"
      hideCaption
      columns={[
        { id: "page", header: "Page", rowHeader: true },
        { id: "days", header: "Days", align: "end" },
        { id: "views", header: "Openings", align: "end" },
        { id: "last", header: "Last", align: "end", wide: true },
      ]}
      rows={used.map(({ page, label, days, views, last }) => ({
        id: page,
        cells: {
          page: label,
          days: { text: formats.number(days), sort: days },
          views: { text: formats.number(views), sort: views },
          last: { text: formats.shortDate(last), sort: last },
        },
      }))}
    />
  );
}
