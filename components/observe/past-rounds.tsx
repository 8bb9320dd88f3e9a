import { FactsTable } from "@/components/ui/facts-table";
import type { Formats } from "@/lib/format/formats";
import type { PastRound } from "@/lib/observe/read-lately";

/** How much was observed on which day. */
export function PastRounds({ rounds, formats }: { rounds: readonly PastRound[]; formats: Formats }) {
  return (
    <FactsTable
      caption="Your rounds of the last two weeks"
      hideCaption
      columns={[
        { id: "day", header: "Day", rowHeader: true },
        { id: "people", header: "People", align: "end" },
        { id: "ratings", header: "Ratings", align: "end" },
        { id: "skips", header: "Not seen", align: "end" },
      ]}
      rows={rounds.map(({ day, people, ratings, skips }) => ({
        id: day,
        cells: { day: formats.date(day), people, ratings, skips },
      }))}
    />
  );
}
