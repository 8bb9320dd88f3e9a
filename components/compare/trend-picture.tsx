import { TrendChart } from "@/components/charts/trend-chart";
import type { Comparison } from "@/lib/compare/comparison";
import type { Formats } from "@/lib/format/formats";

type Compared = Extract<Comparison, { kind: "compared" }>;

/** The figure month by month, of the people the groups have in the period. */
export function TrendPicture({ found, formats }: { found: Compared; formats: Formats }) {
  const { groups, trend, header } = found;
  const { unit } = header.metric;
  if (trend.why) return <p className="max-w-prose text-table text-ink-2">{trend.why}</p>;
  const drawn = groups.filter(({ trend: points }) => points.some((point) => point !== null));
  if (drawn.length === 0) return null;
  const last = trend.months.length - 1;
  const readings = drawn.flatMap(({ title, trend: points }) => {
    const seen = points.filter((point) => point !== null);
    const [from, to] = [seen[0], seen.at(-1)];
    return from && to
      ? [`${title} went from ${formats.measure(from.value, unit)} to ${formats.measure(to.value, unit)}.`]
      : [];
  });
  return (
    <TrendChart
      title={`How did “${header.metric.name}” go month by month?`}
      caption={`The people each group has in ${formats.period(header.period.grain, header.period.start)}, followed over the months; 95% intervals${unit === "share" ? ", cut at 0% and 100%" : ""}. Months with under ${header.minimum} people are left out. Data version ${header.dataVersion.slice(0, 15)}.`}
      description={`${trend.months[0]} to ${trend.months[last]}. ${readings.join(" ")}`}
      csv="compared-months.csv"
      periods={trend.months}
      unit={unit}
      series={drawn.map(({ name, title, trend: points }) => ({
        id: name,
        label: title,
        ...(name === "a" ? { arm: "trained" as const } : name === "b" ? { arm: "comparison" as const } : {}),
        values: points.map((point) =>
          point ? { value: point.value, ...(point.interval && { interval: possible(point.interval, unit) }) } : null,
        ),
      }))}
    />
  );
}

/** An interval of a share ends where shares end. */
const possible = ([low, high]: readonly [number, number], unit: string): [number, number] =>
  unit === "share" ? [Math.max(0, low), Math.min(1, high)] : [low, high];
