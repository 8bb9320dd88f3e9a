import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import type { EstimatorDescription } from "@/lib/methods/read-methods";
import { agreementText, powerOfTen, simulatedText, worstMissed } from "./evidence-text";

type EvidenceTableProps = { estimators: readonly EstimatorDescription[]; formats: Formats };

/** How far each method agrees with another program, and how often its interval held: to sort and to take away. */
export function EvidenceTable({ estimators, formats }: EvidenceTableProps) {
  return (
    <DataTable
      id="methods"
      caption="How each method was held against another program and against studies drawn at random"
      csv="methods"
      columns={[
        { id: "name", header: "Method" },
        { id: "purpose", header: "For", wide: true },
        { id: "program", header: "Held against", wide: true },
        { id: "values", header: "Values", align: "end" },
        { id: "within", header: "Agree to", align: "end" },
        { id: "simulated", header: "Wrong at most, of 5%", align: "end" },
        { id: "id", header: "Id", fileOnly: true },
        { id: "estimates", header: "Estimates", fileOnly: true },
        { id: "assumption", header: "Assumes", fileOnly: true },
        { id: "formula", header: "Formula", fileOnly: true },
        { id: "uncertainty", header: "Uncertainty", fileOnly: true },
        { id: "source", header: "Source", fileOnly: true },
        { id: "test", header: "Checked in", fileOnly: true },
        { id: "studies", header: "Simulated", fileOnly: true },
      ]}
      rows={estimators.map((estimator) => {
        const { id, name, reference, simulated } = estimator;
        const worst = worstMissed(simulated);
        const isOff = simulated.some(({ missed, rejected }) => missed?.met === false || rejected?.met === false);
        return {
          id,
          cells: {
            name: { text: name, href: `#${id}` },
            purpose: estimator.purpose,
            program: reference?.program ?? "its own tests",
            values: reference ? { text: formats.number(reference.values), sort: reference.values } : null,
            within: reference ? { text: powerOfTen(reference.within), sort: reference.within } : null,
            simulated:
              worst === null
                ? null
                : { text: `${formats.percent(worst, { decimals: 1 })}${isOff ? " (too many)" : ""}`, sort: worst },
            id,
            estimates: estimator.estimates,
            assumption: estimator.assumption,
            formula: estimator.formula,
            uncertainty: estimator.uncertainty,
            source: estimator.source,
            test: [estimator.referenceTest, agreementText(reference, formats)].filter(Boolean).join("; "),
            studies: simulated.map((one) => simulatedText(one, formats)).join(" "),
          },
        };
      })}
    />
  );
}
