import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { Overlap } from "@/lib/roi/portfolio/roll-up";

type OverlapTableProps = { overlaps: readonly Overlap[]; minimum: number; formats: Formats };

/** Which people of which pair of initiatives would have counted twice, and how much money. */
export function OverlapTable({ overlaps, minimum, formats }: OverlapTableProps) {
  return (
    <DataTable
      id="overlaps"
      caption="People and money that would have counted twice"
      hideCaption
      csv="counted-once.csv"
      columns={[
        { id: "line", header: "Benefit" },
        { id: "title", header: "Taken out of" },
        { id: "counted", header: "Counted in" },
        { id: "people", header: "People", align: "end" },
        { id: "money", header: "Money", align: "end" },
        { id: "where", header: "Part of", wide: true },
      ]}
      rows={overlaps.map((one) => ({
        id: `${one.lineId} ${one.countedIn}`,
        cells: {
          line: one.line,
          title: one.title,
          counted: one.countedInTitle,
          people:
            one.people === null
              ? { text: `fewer than ${minimum}`, sort: null, saved: `fewer than ${minimum}` }
              : { text: formats.number(one.people), sort: one.people },
          money: { text: moneyText(one.money, formats), sort: one.money },
          where: one.counted ? "the counted benefit" : "what is plausible only",
        },
      }))}
    />
  );
}
