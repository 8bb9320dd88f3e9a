import { IntervalPlot } from "@/components/charts/interval-plot";
import type { Formats } from "@/lib/format/formats";
import type { Breakdown, Header, Movers } from "@/lib/scorecard/scorecard";
import { drawnMovers, moversSentence, moveText, rankText } from "./movers-words";

type MoversViewProps = { data: Breakdown; header: Header; formats: Formats };

const reasons = {
  unlike: "Changes are not told here: the data cover only part of one of the two periods.",
  few: "Under two groups have a figure that can be judged in both periods, so there is nothing to compare.",
};

/** Groups by how they changed: pulled towards the mean of all, with the ranks each may hold. */
export function MoversView({ data, header, formats }: MoversViewProps) {
  const { metric, movers } = data;
  if (movers.kind === "none") return <p className="text-ink-2">{reasons[movers.why]}</p>;
  const drawn = drawnMovers(movers);
  const pulled = movers.movers.some(({ shrunken }) => shrunken !== null);
  return (
    <>
      <p className="mb-3 max-w-prose text-ink-2">
        {moversSentence(movers, formats.period(header.period.grain, movers.since))}
        {drawn.length < movers.movers.length
          ? ` The ${drawn.length} that changed most surely are drawn, ranked among all ${movers.movers.length}.`
          : ""}
      </p>
      <IntervalPlot
        caption={`${metric.name}: change of each group since ${formats.period(header.period.grain, movers.since)}, largest first${
          pulled
            ? ". Drawn full: pulled towards the mean of all, the more the less is known of it; hollow: as it was"
            : ""
        }${movers.isRatio ? ". Ratios are drawn on their logarithm" : ""}`}
        rows={drawn.map((one) => rowOf(one, data, movers, formats))}
        all={movers.movers.map((one) => rowOf(one, data, movers, formats))}
        columns={["Group", "Change with 95% interval, and the ranks it may hold"]}
        csv={`${metric.name} movers`}
      />
    </>
  );
}

type Ranked = Extract<Movers, { kind: "ranked" }>;

function rowOf(one: Ranked["movers"][number], { metric }: Breakdown, movers: Ranked, formats: Formats) {
  const { value, interval } = one.shrunken ?? { value: one.change, interval: one.interval };
  // So that halving and doubling lie as far from no change.
  const scale = movers.isRatio ? Math.log : (end: number) => end;
  const text = moveText(formats, metric.unit, movers.isRatio, one.change, one.interval);
  const isApart = one.moved ? "beyond noise" : "not beyond noise";
  return {
    label: one.label,
    value: scale(value),
    interval: [scale(interval[0]), scale(interval[1])] as const,
    beside: one.shrunken ? scale(one.change) : null,
    text: `${text}; ${isApart}; ${rankText(one, movers.movers.length)}`,
  };
}
