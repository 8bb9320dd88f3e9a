import { eValueOf, pairsBiasOf } from "@/lib/evaluation/hidden-bias";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";

/** How strong a hidden cause would have to be to turn what a method found, where nobody drew lots; nothing where it does not say. */
export function hiddenCauseFacts(result: MethodResult, formats: Formats): [string, string][] {
  const times = (value: number) => `${formats.number(value, { significant: 2 })} times`;
  const facts: [string, string][] = [];
  const cause = eValueOf(result);
  if (cause) {
    facts.push([
      "Hidden cause (E-value)",
      cause.limit === 1
        ? "not told apart from none, so it takes none"
        : `would have to go with both training and the outcome by ${times(cause.limit)} the risk to make it unclear, ${times(cause.estimate)} to explain it away`,
    ]);
  }
  const pairs = pairsBiasOf(result);
  if (pairs) {
    facts.push([
      "Hidden bias in pairs (Rosenbaum’s Γ)",
      pairs.break_even === null
        ? "chance alone may explain the pairs, without any"
        : `one of two people matched alike would need ${times(pairs.break_even)} the odds of being trained before chance may explain it (signed rank, one-sided ${pairs.alpha})`,
    ]);
  }
  return facts;
}
