import type { MoneyThen } from "@/lib/decisions/evidence-snapshot";
import { chanceText } from "@/lib/format/chance-text";
import { type Formats, formatsFor } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";

/** What a case came to on a day, written as everywhere else, in the currency it was in. */
export function moneyFacts(
  { benefit, currency, cost, lossProbability, assumptions }: MoneyThen,
  { locale }: Pick<Formats, "locale">,
): [string, string][] {
  const formats = formatsFor({ locale, currency });
  const amount = (value: number) => moneyText(value, formats);
  const counted: [string, string][] =
    benefit === null
      ? [["Benefit counted", "None"]]
      : [
          ["Benefit counted", `${amount(benefit.central)} (${benefit.interval.map(amount).join(" to ")})`],
          ["Signed", `${assumptions.signed} of ${assumptions.used} stated values it rests on`],
        ];
  if (lossProbability !== null) counted.push(["Chance of a loss", chanceText(lossProbability, formats)]);
  return [...counted, ["Cost", amount(cost)]];
}
