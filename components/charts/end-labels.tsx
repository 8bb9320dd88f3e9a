import { spreadLabels } from "./spread-labels";
import { trendLook } from "./trend-look";
import type { TrendChartProps } from "./trend-types";

type EndLabelsProps = Pick<TrendChartProps, "series" | "counterfactual"> & {
  x: number;
  top: number;
  bottom: number;
  /** Where a value stands on the drawing. */
  pixel: (value: number) => number;
};

const lineHeight = 15;
const longest = 21;

/** The name of each line where it ends, moved apart where they would collide. */
export function EndLabels({ series, counterfactual, x, top, bottom, pixel }: EndLabelsProps) {
  const ends = series.flatMap((one, index) => {
    const last = one.values.findLast((point) => point !== null && point !== undefined);
    return last ? [{ label: one.label, at: pixel(last.value), stroke: trendLook(one, index).stroke }] : [];
  });
  const expected = counterfactual?.values.findLast((value) => value !== null && value !== undefined);
  if (counterfactual && expected != null) {
    ends.push({ label: counterfactual.label, at: pixel(expected), stroke: "var(--trained)" });
  }
  const wanted = ends.map(({ at }) => at);
  const places = spreadLabels(wanted, lineHeight, top, bottom);
  return ends.map(({ label, stroke }, index) => (
    <text key={label} x={x} y={(places[index] ?? 0) + 4} fill={stroke} fontSize={13} fontWeight={500}>
      {label.length > longest ? `${label.slice(0, longest - 1)}…` : label}
    </text>
  ));
}
