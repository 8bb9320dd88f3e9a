import { FactsTable } from "@/components/ui/facts-table";
import type { Formats } from "@/lib/format/formats";
import { formatMoney } from "@/lib/format/number";
import type { CostRow } from "@/lib/initiatives/read-initiative";
import { costKindNames } from "./words";

type CostsTableProps = { costs: readonly CostRow[]; currency: string; formats: Formats };

/** What it cost, item by item, with a sum per currency: amounts of different currencies are not added. */
export function CostsTable({ costs, currency, formats }: CostsTableProps) {
  const money = (amount: number, of: string | null) => formatMoney(formats.locale, amount, of ?? currency);
  const currencies = [...new Set(costs.map((cost) => cost.currency ?? currency))];
  const sums = currencies.map((name) => {
    const own = costs.filter((cost) => (cost.currency ?? currency) === name);
    return {
      id: `sum ${name}`,
      cells: {
        item: "Sum",
        kind: null,
        date: null,
        hours: formats.number(
          own.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
          { decimals: 0 },
        ),
        amount: money(
          own.reduce((sum, { amount }) => sum + amount, 0),
          name,
        ),
      },
    };
  });
  return (
    <FactsTable
      caption="Costs"
      hideCaption
      columns={[
        { id: "item", header: "Item" },
        { id: "kind", header: "Kind" },
        { id: "date", header: "Date", wide: true },
        { id: "hours", header: "Hours", align: "end", wide: true },
        { id: "amount", header: "Amount", align: "end" },
      ]}
      rows={[
        ...costs.map((cost) => ({
          id: cost.id,
          cells: {
            item: cost.item,
            kind: cost.kind && costKindNames[cost.kind],
            date: cost.spentOn && formats.shortDate(cost.spentOn),
            hours: cost.hours === null ? null : formats.number(cost.hours, { decimals: 0 }),
            amount: money(cost.amount, cost.currency),
          },
        })),
        ...sums,
      ]}
    />
  );
}
