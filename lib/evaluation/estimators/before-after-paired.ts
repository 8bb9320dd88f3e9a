import type { Estimator } from "@/lib/evaluation/estimator";
import { pairedChange } from "@/lib/evaluation/paired-change";
import { readStartingPoint } from "@/lib/evaluation/starting-point-sql";

/** The mean change in a KPI, with where those in the programme began among everybody who has it. */
export const beforeAfterPaired: Estimator = {
  ...pairedChange,
  async estimate(occasion) {
    const found = await pairedChange.estimate(occasion);
    if (found?.kind !== "estimate") return found;
    return { ...found, detail: { ...found.detail, startingPoint: await readStartingPoint(occasion) } };
  },
};
