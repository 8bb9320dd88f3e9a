import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/states";
import type { Column } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { LedgerRow } from "@/lib/roi/case/read-ledger";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { missingKinds } from "@/lib/roi/results/missing-kinds";
import { spentText } from "@/lib/roi/results/spent-text";
import { ledgerRow } from "./ledger-row";
import { kindName } from "./money-words";
import { UnconvertedNote } from "./unconverted-note";

type LedgerTableProps = {
  money: InitiativeMoney;
  ledger: readonly LedgerRow[];
  mayEdit: boolean;
  today: string;
  formats: Formats;
};

/** What it cost, item by item, and what is missing: kinds nobody entered anything for, and amounts in a currency without a rate. */
export function LedgerTable({ money, ledger, mayEdit, today, formats }: LedgerTableProps) {
  const { cost } = money.result;
  const computed = money.case.costs.find(({ id }) => id === "learner_time");
  const columns: Column[] = [
    { id: "item", header: "Item", rowHeader: true },
    { id: "kind", header: "Kind" },
    { id: "day", header: "When", wide: true },
    { id: "hours", header: "Hours", align: "end", wide: true },
    { id: "paid", header: "Paid", align: "end", wide: true },
    { id: "amount", header: `In ${money.case.currency}`, align: "end" },
    { id: "from", header: "From", wide: true },
    ...(mayEdit ? [{ id: "change", header: "Change", screenOnly: true }] : []),
  ];
  const rows = ledger.map((one) => ledgerRow(one, { formats, mayEdit, today, currency: money.case.currency }));
  if (computed) {
    rows.push({
      id: computed.id,
      cells: {
        item: computed.item,
        kind: kindName("learner_time"),
        day: null,
        hours:
          computed.hours === null
            ? null
            : { text: formats.number(computed.hours, { decimals: 0 }), sort: computed.hours },
        paid: null,
        amount: { text: formats.money(computed.amount), sort: computed.amount },
        from: "Computed from data",
        change: null,
      },
    });
  }
  const missing = missingKinds(money).map((kind) => kindName(kind).toLowerCase());
  return (
    <>
      <DataTable
        id="ledger"
        caption="Costs"
        hideCaption
        filter={false}
        csv={`${money.code}-costs.csv`}
        columns={columns}
        rows={rows}
        empty={<Empty title="No costs on file">Bring in costs.csv with the study, or enter them here.</Empty>}
      />
      <p className="mt-2 max-w-prose">
        Altogether: <span className="font-medium">{spentText(cost.total, money.unconverted.length, formats)}</span>
        {cost.running > 0 ? `, of which ${moneyText(cost.running, formats)} run while benefits are counted` : ""}
        {cost.learnerHours > 0 ? `; ${formats.number(cost.learnerHours, { decimals: 0 })} hours of learning` : ""}.
      </p>
      {missing.length > 0 ? (
        <p className="mt-1 max-w-prose text-ink-2">
          Nothing is entered for {listed(missing)}. If it cost nothing, enter it with 0, so that others see somebody
          looked.
        </p>
      ) : (
        <p className="mt-1 max-w-prose text-ink-2">Every kind of cost has an entry.</p>
      )}
      <UnconvertedNote costs={money.unconverted} formats={formats} />
    </>
  );
}

function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : (words[0] ?? "");
}
