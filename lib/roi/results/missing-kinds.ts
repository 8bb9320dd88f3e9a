import type { CostKind } from "@/lib/money/case";
import type { InitiativeMoney } from "./initiative-money";

/** Kinds of cost nobody has entered anything for: what waits for an exchange rate is entered. */
export function missingKinds({ result, unconverted }: Pick<InitiativeMoney, "result" | "unconverted">): CostKind[] {
  return result.cost.missing.filter((kind) => unconverted.every((one) => one.kind !== kind));
}
