import { IntervalPlot } from "@/components/charts/interval-plot";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { NotEstimable } from "@/components/ui/states";
import type { Alignment } from "@/lib/evaluation/ladder/ladder";
import { alignmentAnswer, lagName } from "@/lib/ladder/alignment-words";

type Props = { alignment: Alignment; kpi: string; minimum: number; csv: string };

const two = (value: number) => value.toFixed(2).replace("-", "\u2212");

/** Does the applied skill move before the KPI, in the same people? */
export function AlignmentSection({ alignment, kpi, minimum, csv }: Props) {
  const few = alignment.kind === "correlations" && alignment.lags.every(({ people }) => people < minimum);
  const refused =
    alignment.kind === "not-estimable" ? alignment.reason : few ? `Withheld: fewer than ${minimum} people.` : null;
  return (
    <Section title="Does the skill move before the figure?" id="alignment">
      {alignment.kind === "correlations" && refused === null ? (
        <>
          <p className="mb-4 max-w-prose text-lead">{alignmentAnswer(alignment)}</p>
          <Disclosure summary="Earlier and later, drawn">
            <IntervalPlot
              caption={`Correlation of the skill others saw applied with “${kpi}”, in the same people`}
              columns={["The KPI is looked at", "Correlation"]}
              rows={alignment.lags.map(({ lag, value, interval, people, reason }) => {
                const shown = value !== null && interval !== null && people >= minimum;
                return {
                  label: lagName(lag, alignment.period),
                  value: shown ? value : null,
                  ...(shown && { interval }),
                  text: shown
                    ? `${two(value)} (${two(interval[0])} to ${two(interval[1])}), ${people} people`
                    : reason === null
                      ? "withheld"
                      : "cannot be estimated",
                };
              })}
              csv={csv}
            />
            <p className="mt-2 max-w-prose text-caption text-ink-3">
              Above zero: where somebody's applied skill, as others rated it, was above their own usual level, the KPI
              was better than usual for them. What a person always is and what a period brings to everybody is taken
              out. Intervals by Fisher's z, clustered. An association, whatever the design: it does not say that the
              skill moved the figure.
              {alignment.sampled ? " Looked at in a seeded sample of 2,000 people." : ""}
            </p>
          </Disclosure>
        </>
      ) : (
        <NotEstimable
          reason={refused ?? ""}
          help="Ratings by managers, peers or systems of the same people in several periods."
        />
      )}
    </Section>
  );
}
