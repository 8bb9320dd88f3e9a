"use client";
import { DataTable } from "@/components/ui/data-table";
import { useFormats } from "@/components/ui/formats-provider";
import { Empty } from "@/components/ui/states";
import type { RateBook } from "@/lib/roi/case/rates";
import { RemoveRate } from "./remove-rate";

type RatesTableProps = { book: Pick<RateBook, "own" | "rates">; mayEdit: boolean };

/** Rates as somebody entered them, with where they come from and what they convert; drawn here a page at a time. */
export function RatesTable({ book: { own, rates }, mayEdit }: RatesTableProps) {
  const formats = useFormats();
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
              node: <RemoveRate rate={one} name={`${one.currency} from ${formats.shortDate(one.validFrom)}`} />,
            },
          }),
        },
      }))}
    />
  );
}
