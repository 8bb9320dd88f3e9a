import type { WhatChanged as Change, Header } from "@/lib/scorecard/scorecard";

type WhatChangedProps = {
  changes: readonly Change[];
  against: Header["against"];
  /** False where no figure has anything to be compared with. */
  isCompared: boolean;
  beyondNoise: { moved: number; of: number };
};

/** The largest changes against their uncertainty, in sentences, each a link to its tile. */
export function WhatChanged({ changes, against, isCompared, beyondNoise }: WhatChangedProps) {
  return (
    <section aria-labelledby="what-changed" className="mb-8">
      <h2 id="what-changed" className="text-lead">
        {against.isTime ? "What changed" : "What differs"}
      </h2>
      {changes.length > 0 ? (
        <p className="mt-1 max-w-prose text-table text-ink-2">{judgedTogether(beyondNoise)}</p>
      ) : null}
      {changes.length === 0 ? (
        <p className="mt-1 text-ink-2">
          {isCompared
            ? `No figure differs from ${against.label} by more than chance explains.`
            : `Nothing can be compared with ${against.label}; each figure says why.`}
        </p>
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

/** So that what stands out alone is not taken for more than it is among many figures. */
function judgedTogether({ moved, of }: WhatChangedProps["beyondNoise"]): string {
  return moved === 0
    ? `Each stands out when looked at alone; of ${of} figures that can be compared, noise alone may explain it.`
    : `Judged together, ${moved} of ${of} figures that can be compared ${moved === 1 ? "differs" : "differ"} by more than noise explains.`;
}
