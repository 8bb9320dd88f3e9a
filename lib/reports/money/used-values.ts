import type { UsedAssumption } from "@/lib/money/case-result";
import { lasting } from "@/lib/money/settle-case";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";

/** What each assumption came to under the rules, by its own id; those about time are known to the arithmetic by names of their own. */
export function usedValues({ case: given, result }: InitiativeMoney): Map<string, UsedAssumption> {
  const own: Record<string, string> = { [lasting.years]: given.years.id, [lasting.persistence]: given.persistence.id };
  return new Map(result.assumptions.map((one) => [own[one.id] ?? one.id, one]));
}
