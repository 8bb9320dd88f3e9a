import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { RateBook } from "@/lib/roi/case/rates";
import { RemoveRate } from "./remove-rate";

type RatesTableProps = { book: RateBook; mayEdit: boolean; formats: Formats };

/** Rates as somebody entered them, with where they come from and what they convert. */
export function RatesTable({ book: { own, rates }, mayEdit, formats }: RatesTableProps) {
  return (
    <DataTable
      id="rates"
      caption="Exchange rates"
      hideCaption
      csv="exchange-rates.csv"
      empty={
        <Empty title="No rates entered">
          Costs in {own} need none. Others are left out of every sum until somebody enters one.
        </Empty>
      }
      columns={[
        { id: "currency", header: "Currency", rowHeader: true },
        { id: "from", header: "From" },
        { id: "rate", header: `Worth in ${own}`, align: "end" },
        { id: "source", header: "Source", wide: true },
        { id: "by", header: "Entered by", wide: true },
        { id: "costs", header: "Costs", align: "end" },
        ...(mayEdit ? [{ id: "change", header: "Change", screenOnly: true }] : []),
      ]}
      rows={rates.map((one) => ({
        id: one.id,
        cells: {
          currency: one.currency,
          from: { text: formats.shortDate(one.validFrom), sort: one.validFrom },
          rate: { text: formats.number(one.rate, { significant: 6 }), sort: one.rate },
          source: one.source,
          by: one.enteredBy,
          costs: one.costs,
          ...(mayEdit && {
            change: {
              text: "",
              node: <RemoveRate id={one.id} name={`${one.currency} from ${formats.shortDate(one.validFrom)}`} />,
            },
          }),
        },
      }))}
    />
  );
}
