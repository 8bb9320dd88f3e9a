import type { Cost } from "@/lib/money/case";
import type { BuiltCase } from "@/lib/roi/results/initiative-money";
import type { LedgerRow } from "./read-ledger";

const every = { one_off: "once", monthly: "month", yearly: "year" } as const;

/** Costs in the organisation's currency, and apart from them those in a currency nobody entered a rate for. */
export function caseCosts(ledger: readonly LedgerRow[]): { costs: Cost[]; unconverted: BuiltCase["unconverted"] } {
  const costs: Cost[] = [];
  const unconverted: BuiltCase["unconverted"] = [];
  for (const { id, item, kind, amount, currency, rate, recurrence, months, hours } of ledger) {
    if (rate === null) unconverted.push({ item, amount, currency: currency ?? "" });
    else costs.push({ id, item, kind, amount: amount * rate, every: every[recurrence], months, hours });
  }
  return { costs, unconverted };
}
