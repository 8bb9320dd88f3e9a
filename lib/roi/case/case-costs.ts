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
  for (const { id, item, kind, amount, currency, rate, recurrence, months, hours, spentOn, endsOn } of ledger) {
    if (rate === null) {
      unconverted.push({ item, kind, amount, currency: currency ?? "" });
      continue;
    }
    costs.push({ id, item, kind, amount: amount * rate, every: every[recurrence], months, hours });
    if (recurrence !== "one_off")
      running += (amount * rate * monthsLeft({ spentOn, endsOn }, today)) / lengthOf[recurrence];
  }
  return { costs, unconverted, running };
}

const lengthOf = { monthly: 1, yearly: 12 };

/** Of the next twelve months those in which it runs: from its first day, where that is still to come, to its last day, which is included. */
function monthsLeft({ spentOn, endsOn }: Pick<LedgerRow, "spentOn" | "endsOn">, today: string): number {
  const monthsUntil = (day: string, more: number) =>
    ((Date.parse(day) - Date.parse(today)) / 86_400_000 + more) / monthOfDays;
  const begins = spentOn === null ? 0 : Math.max(0, monthsUntil(spentOn, 0));
  const ends = endsOn === null ? 12 : Math.min(12, monthsUntil(endsOn, 1));
  return Math.max(0, ends - begins);
}
