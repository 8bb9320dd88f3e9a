import type { Estimator } from "@/lib/methods/estimators";
import { Definitions } from "./definitions";

const terms = ["Assumes", "Formula", "Uncertainty", "Source", "Checked in"];

export function EstimatorList({ estimators }: { estimators: readonly Estimator[] }) {
  const items = estimators.map(({ id, name, estimates, ...how }) => ({
    id,
    name,
    says: estimates,
    coded: true,
    meanings: [how.assumption, how.formula, how.uncertainty, how.source, how.referenceTest],
  }));
  return <Definitions groups={[{ heading: null, items }]} terms={terms} named="estimators" />;
}
