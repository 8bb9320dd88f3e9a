import type { Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import { formatMoney } from "@/lib/format/number";
import type { LedgerRow } from "@/lib/roi/case/read-ledger";
import { CostDialog } from "./cost-dialog";
import { kindName, recurrenceNames } from "./money-words";
import { RemoveCost } from "./remove-cost";

type Shown = { formats: Formats; mayEdit: boolean; today: string; currency: string };

/** A cost as the ledger shows it: what was paid, the rate of its day, and the way to mend what was entered here. */
export function ledgerRow(one: LedgerRow, { formats, mayEdit, today, currency }: Shown): Row {
  const own = one.currency === null || one.currency === currency;
  const from = one.spentOn ? formats.shortDate(one.spentOn) : "";
  const runs = one.recurrence === "one_off" ? "" : `, ${recurrenceNames[one.recurrence].toLowerCase()}`;
  const until = one.endsOn ? ` until ${formats.shortDate(one.endsOn)}` : "";
  const amount = one.rate === null ? null : one.amount * one.rate;
  const rate =
    own || one.rate === null
      ? ""
      : `Rate ${formats.number(one.rate, { significant: 6 })} from ${one.rateFrom ? formats.shortDate(one.rateFrom) : ""}, ${one.rateSource ?? ""}`;
  return {
    id: one.id,
    cells: {
      item: {
        text: one.item,
        node: (
          <>
            {one.item}
            {one.note ? <span className="block text-caption font-normal text-ink-3">{one.note}</span> : null}
          </>
        ),
      },
      kind: kindName(one.kind),
      day: one.spentOn ? { text: `${from}${runs}${until}`, sort: one.spentOn } : null,
      hours: one.hours === null ? null : { text: formats.number(one.hours, { decimals: 0 }), sort: one.hours },
      paid: own ? null : { text: formatMoney(formats.locale, one.amount, one.currency ?? currency), sort: one.amount },
      amount:
        amount === null
          ? { text: "no rate", sort: null }
          : {
              text: formats.money(amount),
              sort: amount,
              node: rate ? (
                <span title={rate}>
                  {formats.money(amount)}
                  <span className="block text-caption text-ink-3">{rate}</span>
                </span>
              ) : (
                formats.money(amount)
              ),
            },
      from: one.own ? "Entered here" : "costs.csv",
      change: mayEdit && one.own ? { text: "", node: <Change cost={one} currency={currency} today={today} /> } : null,
    },
  };
}

function Change({ cost, currency, today }: { cost: LedgerRow; currency: string; today: string }) {
  return (
    <span className="flex gap-3">
      <CostDialog key={cost.revision} target={{ cost }} currency={currency} today={today} />
      <RemoveCost cost={cost} />
    </span>
  );
}
