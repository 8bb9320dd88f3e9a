import type { Formats } from "@/lib/format/formats";
import type { EstimatorDescription } from "@/lib/methods/read-methods";
import { Definitions } from "./definitions";
import { agreementText, simulatedText } from "./evidence-text";

const terms = ["Assumes", "Formula", "Uncertainty", "Source", "Agrees with", "Simulated", "Checked in"];

type EstimatorListProps = { estimators: readonly EstimatorDescription[]; formats: Formats };

export function EstimatorList({ estimators, formats }: EstimatorListProps) {
  const headings = [...new Set(estimators.map(({ purpose }) => purpose))];
  const groups = headings.map((heading) => ({
    heading,
    items: estimators
      .filter(({ purpose }) => purpose === heading)
      .map(({ id, name, estimates, ...how }) => ({
        id,
        name,
        says: estimates,
        coded: true,
        meanings: [
          how.assumption,
          how.formula,
          how.uncertainty,
          how.source,
          agreementText(how.reference, formats) ?? "",
          how.simulated.map((one) => simulatedText(one, formats)).join(" "),
          how.referenceTest,
        ],
      })),
  }));
  return <Definitions groups={groups} terms={terms} named="methods" />;
}
