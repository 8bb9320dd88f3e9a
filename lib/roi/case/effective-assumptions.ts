import type { Assumption } from "@/lib/money/case";
import type { AssumptionState } from "@/lib/roi/results/initiative-money";
import { isStated } from "@/lib/roi/results/stated-text";
import { type CaseKey, caseKeys } from "./factor-words";
import { type ReadAssumption, unstated } from "./read-assumptions";

/** What an assumption is to the arithmetic. */
export function toAssumption({ id, value, low, high, alternatives, source }: AssumptionState): Assumption {
  return { id, value, low, high, alternatives, source };
}

/** Which assumption stands for a key of an initiative: its own, or else the organisation's; of a line, the line's first. */
export class EffectiveAssumptions {
  readonly #byKey = new Map<string, ReadAssumption[]>();

  constructor(all: readonly ReadAssumption[], initiativeId: string) {
    for (const one of all) {
      if (one.lineId !== null || (one.initiativeId !== null && one.initiativeId !== initiativeId)) continue;
      const own = this.#byKey.get(one.key) ?? [];
      // The initiative's before the organisation's.
      this.#byKey.set(one.key, one.initiativeId === null ? [...own, one] : [one, ...own]);
    }
  }

  /** Null where nobody stated one. */
  stated(key: string): AssumptionState | null {
    return this.#byKey.get(key)?.find(isStated) ?? null;
  }

  ofCase(key: CaseKey): AssumptionState {
    return this.stated(key) ?? this.#byKey.get(key)?.[0] ?? unstated(key, caseKeys[key]);
  }

  /** A factor nobody stated for its line is the one the initiative or the organisation states for all. */
  ofLine(own: AssumptionState): AssumptionState {
    return isStated(own) ? own : (this.stated(own.key) ?? own);
  }
}
