import { IntervalPlot } from "@/components/charts/interval-plot";
import { coefficientText } from "@/components/trust/agreement-text";
import { DataTable } from "@/components/ui/data-table";
import { FactsTable } from "@/components/ui/facts-table";
import { Section } from "@/components/ui/section";
import { Withheld } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { Calibration, CalibrationResult } from "@/lib/trust/calibrations/calibration";

type Known = Extract<CalibrationResult, { kind: "result" }>;

/** What many made of the same piece of work: groups of raters only. */
export function CalibrationResultView({ found, formats }: { found: Calibration; formats: Formats }) {
  const { result, raters } = found;
  if (result.kind === "open") return null;
  if (result.kind === "withheld")
    return (
      <Section title="What came of it" id="result">
        <Withheld
          minimum={result.minimum}
          why={`${raters === 1 ? "One person has" : `${raters} people have`} rated it. The result is shown from ${result.minimum} ${result.own ? "others" : "people"} on, so that nobody's levels can be told.`}
        />
      </Section>
    );
  const drawn = result.behaviours.flatMap((one) => (one.distance ? [{ ...one, distance: one.distance }] : []));
  const levels = [1, 2, 3, 4, 5];
  return (
    <Section title="What came of it" id="result" lead={answerOf(result, formats)}>
      {drawn.length > 0 ? (
        <IntervalPlot
          caption="Levels given less those the experts agreed on"
          columns={["Behaviour", "Levels (95% interval)"]}
          rows={drawn.map(({ statement, distance }) => ({
            label: statement,
            value: distance.value,
            interval: distance.interval ?? undefined,
            text: coefficientText(distance, formats, true),
          }))}
          csv="calibration-distance.csv"
        />
      ) : null}
      <DataTable
        id="calibrated"
        caption="Levels given, by behaviour"
        csv="calibration.csv"
        columns={[
          { id: "behaviour", header: "Behaviour", rowHeader: true },
          { id: "mean", header: "Mean", align: "end" },
          { id: "deviation", header: "Standard deviation", align: "end", wide: true },
          { id: "distance", header: "Less experts", align: "end", wide: true },
          ...levels.map((level) => ({ id: `l${level}`, header: `Level ${level}`, align: "end" as const, wide: true })),
        ]}
        rows={result.behaviours.map((one) => ({
          id: one.id,
          cells: {
            behaviour: one.statement,
            mean: { text: formats.number(one.mean, { decimals: 2 }), sort: one.mean },
            deviation: { text: formats.number(one.deviation, { decimals: 2 }), sort: one.deviation },
            distance: one.distance
              ? { text: formats.number(one.distance.value, { decimals: 2, signed: true }), sort: one.distance.value }
              : null,
            ...Object.fromEntries(one.levels.map((count, index) => [`l${index + 1}`, count])),
          },
        }))}
      />
      {result.sites.length > 1 && result.sites.some(({ withheld }) => !withheld) ? (
        <FactsTable
          caption={`By site: levels less ${result.against === "expected" ? "the experts'" : "the mean of all"}`}
          columns={[
            { id: "site", header: "Site", rowHeader: true },
            { id: "raters", header: "Raters", align: "end" },
            { id: "distance", header: "Levels (95% interval)", align: "end" },
          ]}
          rows={result.sites.map(({ id, name, raters: count, withheld, distance }) => ({
            id: id || "none",
            cells: {
              site: name,
              raters: withheld ? null : formats.number(count),
              distance: withheld ? "Withheld: too few raters" : coefficientText(distance, formats, true),
            },
          }))}
        />
      ) : null}
      <p className="mt-3 max-w-prose text-caption text-ink-3">
        {formats.number(result.raters)} raters{result.ofOthers ? ", you not counted" : ""}. Intervals leave one rater
        out in turn. AC2 (Gwet), squared weights
        {result.alpha
          ? `; alpha (Krippendorff, ordinal) ${coefficientText(result.alpha, formats)}, over few behaviours and so only a rough one`
          : "; alpha needs three behaviours"}
        .
      </p>
    </Section>
  );
}

function answerOf({ ac2, within, behaviours, against }: Known, formats: Formats): string {
  const agree =
    ac2 === null
      ? "How far raters agree cannot be estimated."
      : `${ac2.value >= 0.8 ? "Raters read this work much alike" : ac2.value >= 0.6 ? "Raters read this work fairly alike" : "Raters read this work differently"}: AC2 ${coefficientText(ac2, formats)}${within === null ? "" : `, ${formats.percent(within, { decimals: 0 })} of pairs at most one level apart`}.`;
  const [widest] = behaviours.toSorted((a, b) => b.deviation - a.deviation);
  const apart = behaviours.filter(
    ({ distance }) => distance?.interval && (distance.interval[0] > 0 || distance.interval[1] < 0),
  );
  const distance =
    against === "mean"
      ? ""
      : apart.length === 0
        ? " No behaviour can be told from the experts' level."
        : ` ${apart.length} of ${behaviours.length} behaviours lie apart from the experts' level.`;
  return `${agree}${distance}${widest && widest.deviation >= 0.75 ? ` Talk first about “${widest.statement}”: there the levels lie furthest apart.` : ""}`;
}
