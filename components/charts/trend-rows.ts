import type { Column, Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { TrendChartProps } from "./trend-types";

type Numbers = Pick<TrendChartProps, "periods" | "series" | "unit" | "counterfactual">;

/** The numbers behind a trend, a row per period. */
export function trendTable({ periods, series, unit, counterfactual }: Numbers, formats: Formats) {
  const columns: Column[] = [{ id: "period", header: "Period" }];
  for (const { id, label } of series) columns.push({ id, header: label, align: "end" });
  if (counterfactual) columns.push({ id: "counterfactual", header: counterfactual.label, align: "end" });

  const rows = periods.map((period, index): Row => {
    const cells: Row["cells"] = { period: { text: period, sort: period } };
    for (const { id, values } of series) {
      const point = values[index];
      if (!point) cells[id] = null;
      else if (point.interval) {
        cells[id] = { text: formats.estimate(point.value, point.interval, unit), sort: point.value };
      } else cells[id] = { text: formats.measure(point.value, unit), sort: point.value };
    }
    const expected = counterfactual?.values[index];
    if (counterfactual) {
      cells.counterfactual = expected == null ? null : { text: formats.measure(expected, unit), sort: expected };
    }
    return { id: period, cells };
  });
  return { columns, rows };
}

export type TrendDatum = { index: number; period: string } & Record<
  string,
  number | string | readonly [number, number] | null
>;

/** What Recharts draws from: value, 95 % band and 50 % core of each series per period. */
export function trendData({ periods, series, counterfactual }: Numbers): TrendDatum[] {
  return periods.map((period, index) => {
    const datum: TrendDatum = { index, period };
    for (const { id, values } of series) {
      const point = values[index];
      datum[`${id}_value`] = point?.value ?? null;
      datum[`${id}_band`] = point?.interval ?? null;
      datum[`${id}_core`] = point?.core ?? null;
    }
    if (counterfactual) datum.counterfactual = counterfactual.values[index] ?? null;
    return datum;
  });
}

/** Every number the scale must hold. */
export function trendExtent({
  series,
  counterfactual,
  target,
  bounds = [],
}: Numbers & Pick<TrendChartProps, "target" | "bounds">): number[] {
  const numbers = series.flatMap(({ values }) =>
    values.flatMap((point) => (point ? [point.value, ...(point.interval ?? [])] : [])),
  );
  for (const expected of counterfactual?.values ?? []) if (expected !== null) numbers.push(expected);
  if (target) numbers.push(target.value);
  for (const { value } of bounds) numbers.push(value);
  return numbers;
}

/** The numbers of the remarks on each period that has some: `[index of the period, "1, 3"]`. */
export function marksByPeriod(marks: NonNullable<TrendChartProps["marks"]>): [at: number, numbers: string][] {
  const found = new Map<number, number[]>();
  for (const [index, { at }] of marks.entries()) found.set(at, [...(found.get(at) ?? []), index + 1]);
  return [...found].map(([at, numbers]) => [at, numbers.join(", ")]);
}
