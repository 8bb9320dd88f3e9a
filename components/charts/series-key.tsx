import { trendLook } from "./trend-look";
import type { TrendChartProps } from "./trend-types";

type SeriesKeyProps = Pick<TrendChartProps, "series"> & {
  counterfactual: TrendChartProps["counterfactual"];
  height: number;
};

/** Names the lines where there is no room for labels at their ends. */
export function SeriesKey({ series, counterfactual, height }: SeriesKeyProps) {
  const entries = series.map((one, index) => ({ id: one.id, label: one.label, ...trendLook(one, index) }));
  if (counterfactual) {
    entries.push({ id: "counterfactual", label: counterfactual.label, stroke: "var(--trained)", dash: "2 4" });
  }
  return (
    <ul className="flex flex-wrap content-start gap-x-4 overflow-hidden text-caption" style={{ height }}>
      {entries.map(({ id, label, stroke, dash }) => (
        <li key={id} className="flex items-center gap-1.5" style={{ color: stroke }}>
          <svg aria-hidden="true" width="22" height="8">
            <line x1="0" x2="22" y1="4" y2="4" stroke={stroke} strokeWidth="2" strokeDasharray={dash} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
