import type { Column, Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import { decimalsOf } from "@/lib/format/interval";
import type { EventStudyProps } from "./event-study-types";

type Numbers = Pick<EventStudyProps, "points" | "unit" | "period">;

/** `3 months before`, `the period of first exposure`, `2 months after`. */
export function timeText(time: number, [one, many]: Numbers["period"]): string {
  if (time === 0) return `the ${one} of first exposure`;
  const count = `${Math.abs(time)} ${Math.abs(time) === 1 ? one : many}`;
  return time < 0 ? `${count} before` : `${count} after`;
}

/** Every end that must be seen, and zero. */
export function eventStudyExtent({ points }: Pick<Numbers, "points">): number[] {
  return [
    0,
    ...points.flatMap(({ shown }) => (shown ? [shown.value, ...(shown.interval ?? []), ...(shown.band ?? [])] : [])),
  ];
}

/** Times to name on an axis of `most` labels: an even step apart, 0 among them. */
export function timeTicks(times: readonly number[], most: number): number[] {
  const step = Math.max(1, Math.ceil(times.length / most));
  return times.filter((time) => time % step === 0);
}

/** The numbers behind an event study, a row per time since exposure. */
export function eventStudyTable({ points, unit, period }: Numbers, formats: Formats) {
  const number = (id: string, header: string): Column => ({ id, header, align: "end" });
  const columns: Column[] = [
    { id: "time", header: `${capital(period[1])} since exposure` },
    number("value", unit === "" ? "Effect" : `Effect, ${unit}`),
    number("low", "Interval from"),
    number("high", "Interval to"),
    number("band_low", "Band from"),
    number("band_high", "Band to"),
  ];
  const rows = points.map(({ time, shown }): Row => {
    const name = { text: formats.number(time), sort: time };
    if (!shown) return { id: String(time), cells: { time: name, value: { text: "withheld", sort: null } } };
    const decimals = shown.interval ? decimalsOf(shown.interval) : 2;
    const cell = (value: number | undefined) =>
      value === undefined ? null : { text: formats.number(value, { decimals }), sort: value };
    const { value, interval, band } = shown;
    return {
      id: String(time),
      cells: {
        time: name,
        value: cell(value),
        low: cell(interval?.[0]),
        high: cell(interval?.[1]),
        band_low: cell(band?.[0]),
        band_high: cell(band?.[1]),
      },
    };
  });
  return { columns, rows };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
