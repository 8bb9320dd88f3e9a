import type { Cost } from "@/lib/money/case";
import type { BuiltCase } from "@/lib/roi/results/initiative-money";
import type { LedgerRow } from "./read-ledger";

const every = { one_off: "once", monthly: "month", yearly: "year" } as const;
const monthOfDays = 365.25 / 12;

type CaseCosts = Pick<BuiltCase, "unconverted" | "running"> & { costs: Cost[] };

/**
 * Costs in the organisation's currency, and apart from them those in a currency nobody entered a rate for. `running` is what those that run still cost
 * in the twelve months from `today` (YYYY-MM-DD): one that has ended costs nothing any more.
 */
export function caseCosts(ledger: readonly LedgerRow[], today: string): CaseCosts {
  const costs: Cost[] = [];
  const unconverted: BuiltCase["unconverted"] = [];
  let running = 0;
  for (const { id, item, kind, amount, currency, rate, recurrence, months, hours, endsOn } of ledger) {
    if (rate === null) {
      unconverted.push({ item, amount, currency: currency ?? "" });
      continue;
    }
    costs.push({ id, item, kind, amount: amount * rate, every: every[recurrence], months, hours });
    if (recurrence !== "one_off") running += (amount * rate * monthsLeft(endsOn, today)) / lengthOf[recurrence];
  }
  return { costs, unconverted, running };
}

const lengthOf = { monthly: 1, yearly: 12 };

/** Of the next twelve months those that it still runs, its last day included. */
function monthsLeft(endsOn: string | null, today: string): number {
  if (endsOn === null) return 12;
  const days = (Date.parse(endsOn) - Date.parse(today)) / 86_400_000 + 1;
  return Math.min(12, Math.max(0, days / monthOfDays));
}
