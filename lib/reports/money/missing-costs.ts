import { firstNamed } from "@/lib/format/first-named";
import type { Formats } from "@/lib/format/formats";
import { formatMoney } from "@/lib/format/number";
import { costKindNames } from "@/lib/initiatives/words";
import { listed } from "@/lib/ladder/rung-words";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { missingKinds } from "@/lib/roi/results/missing-kinds";

type Missing = Pick<InitiativeMoney, "result" | "unconverted">;

/** What of the cost is in no figure of an initiative: what waits for an exchange rate, and kinds nobody has entered anything for. */
export function missingCosts(money: Missing, { locale }: Pick<Formats, "locale">): string[] {
  const waiting = money.unconverted.map(
    ({ item, amount, currency }) => `${item} (${formatMoney(locale, amount, currency)})`,
  );
  const kinds = missingKinds(money).map((kind) => costKindNames[kind].toLowerCase());
  return [
    ...(waiting.length > 0
      ? [`Left out: ${firstNamed(waiting, 3)}, in a currency without a rate. The cost is higher than it says.`]
      : []),
    ...(kinds.length > 0 ? [`Not every kind of cost is on file: nothing for ${listed(kinds)}.`] : []),
  ];
}
