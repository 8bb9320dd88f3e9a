import type { WhatChanged as Change } from "@/lib/scorecard/scorecard";

/** The largest changes against their uncertainty, in sentences, each a link to its tile. */
export function WhatChanged({ changes, against }: { changes: readonly Change[]; against: string }) {
  return (
    <section aria-labelledby="what-changed" className="mb-8">
      <h2 id="what-changed" className="text-lead">
        What changed
      </h2>
      {changes.length === 0 ? (
        <p className="mt-1 text-ink-2">No figure differs from {against} by more than chance explains.</p>
      ) : (
        <ul className="mt-1 max-w-prose">
          {changes.map((change) => (
            <li key={change.metricId} className="py-0.5">
              <a className="link" href={`#${change.metricId.replace(":", "-")}`}>
                {change.text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
