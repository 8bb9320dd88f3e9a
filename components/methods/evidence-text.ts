import type { Formats } from "@/lib/format/formats";
import type { EstimatorDescription } from "@/lib/methods/read-methods";

type Reference = EstimatorDescription["reference"];
type Simulated = EstimatorDescription["simulated"][number];

/** "R's did 2.1.2, 285 values, to 1e-12" */
export function agreementText(reference: Reference, formats: Formats): string | null {
  if (!reference) return null;
  const part = reference.part ? ` (${reference.part})` : "";
  return `${reference.program}, ${formats.number(reference.values)} values, to ${powerOfTen(reference.within)}${part}`;
}

export const powerOfTen = (value: number) => `1e${Math.round(Math.log10(value))}`;

/** "15 treated and 30 control people: the interval missed the effect in 5.0% and ... of 10,000 studies." */
export function simulatedText({ setting, studies, missed, rejected }: Simulated, formats: Formats): string {
  const percent = (share: number) => formats.percent(share, { decimals: 1 });
  const parts = [
    missed && `the interval missed the effect in ${percent(missed.share)}`,
    rejected && `an effect was found where there was none in ${percent(rejected.share)}`,
  ].filter((part) => part !== null);
  const off = missed?.met === false || rejected?.met === false ? ", more than it says" : "";
  return `${capital(setting)}: ${parts.join(" and ")} of ${formats.number(studies)} studies${off}.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The largest share of the settings simulated; null where none was. */
export function worstMissed(simulated: readonly Simulated[]): number | null {
  const shares = simulated.flatMap(({ missed, rejected }) => [missed, rejected].flatMap((one) => one?.share ?? []));
  return shares.length > 0 ? Math.max(...shares) : null;
}
