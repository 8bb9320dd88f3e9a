import { TrendChart } from "@/components/charts/trend-chart";
import type { TrendValue } from "@/components/charts/trend-types";
import type { Formats } from "@/lib/format/formats";
import type { Header, CertifiedApplied as Picture, Point } from "@/lib/scorecard/scorecard";

type Props = {
  picture: Picture;
  header: Pick<Header, "dataVersion"> & {
    period: Pick<Header["period"], "grain">;
    scope: Pick<Header["scope"], "label">;
  };
  formats: Formats;
};

/** "If everyone is certified, why are defect rates still unchanged?" in one picture: two shares above, the KPI on its own scale below. */
export function CertifiedApplied({ picture, header, formats }: Props) {
  const periods = picture.certified.map((point) => formats.period(header.period.grain, point.start));
  const caption = `${header.scope.label}; skills the people's roles need; ratio of sums with 95% intervals; data version ${header.dataVersion.slice(0, 15)}`;
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <TrendChart
        title="Certified, and seen applying it?"
        answer={picture.answer}
        caption={caption}
        description={picture.answer}
        csv="certified-and-applied"
        periods={periods}
        series={[
          { id: "certified", label: "Certified", arm: "comparison", values: picture.certified.map(trendValue) },
          { id: "applied", label: "Seen applying it", arm: "trained", values: picture.applied.map(trendValue) },
        ]}
        unit="share"
        zero
        height={260}
      />
      {picture.kpi ? (
        <TrendChart
          title={`Did ${picture.kpi.metric.name.toLowerCase()} follow?`}
          caption={`${header.scope.label}; ${picture.kpi.metric.source}; ratio of sums with 95% intervals`}
          description={picture.answer}
          csv="certified-and-applied-kpi"
          periods={periods}
          series={[{ id: "kpi", label: picture.kpi.metric.name, values: picture.kpi.points.map(trendValue) }]}
          unit={picture.kpi.metric.unit}
          zero
          height={260}
        />
      ) : null}
    </div>
  );
}

function trendValue({ state }: Point): TrendValue | null {
  if (state.kind !== "figure") return null;
  return { value: state.value, ...(state.interval && { interval: state.interval }) };
}
