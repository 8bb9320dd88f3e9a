import { DefinitionList } from "@/components/ui/definition-list";
import type { Estimator } from "@/lib/methods/estimators";

export function EstimatorList({ estimators }: { estimators: readonly Estimator[] }) {
  return estimators.map((estimator) => (
    <article key={estimator.id} id={estimator.id} className="border-t border-rule py-3 target:bg-paper-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-sans text-body font-semibold">{estimator.name}</h3>
        <code className="text-table text-ink-3">{estimator.id}</code>
      </div>
      <p className="text-ink-2">{estimator.estimates}</p>
      <DefinitionList
        items={[
          ["Assumes", estimator.assumption],
          ["Formula", estimator.formula],
          ["Uncertainty", estimator.uncertainty],
          ["Source", estimator.source],
          ["Checked in", <code key="path">{estimator.referenceTest}</code>],
        ]}
      />
    </article>
  ));
}
