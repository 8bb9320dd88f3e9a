import { FactsTable } from "@/components/ui/facts-table";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { OwnRecord } from "@/lib/governance/own-record";

type PlacesTableProps = { places: OwnRecord["places"]; formats: Formats };

export function PlacesTable({ places, formats }: PlacesTableProps) {
  if (places.length === 0) return <Empty title="No employment history is stored about you" />;
  return (
    <FactsTable
      caption="Your employment history, newest first"
      hideCaption
      columns={[
        { id: "from", header: "From" },
        { id: "until", header: "Until" },
        { id: "unit", header: "Unit" },
        { id: "role", header: "Role" },
        { id: "site", header: "Site", wide: true },
        { id: "team", header: "Team", wide: true },
        { id: "manager", header: "Manager", wide: true },
      ]}
      rows={places.map(({ from, until, ...place }) => ({
        id: from,
        cells: { from: formats.shortDate(from), until: until ? formats.shortDate(until) : "today", ...place },
      }))}
    />
  );
}
