import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { Change, FigureState, Point, ShownMetric } from "./scorecard";

/** The value with its unit: the figure of `headline` in one text. */
export function valueText(formats: Formats, metric: Pick<ShownMetric, "unit">, value: number): string {
  const { number, unit } = headline(formats, metric, value);
  if (unit === "") return number;
  return unit === "%" ? `${number}%` : `${number}\u00a0${unit}`;
}

export function intervalText(
  formats: Formats,
  metric: Pick<ShownMetric, "unit" | "counts">,
  state: FigureState,
): string {
  if (state.kind !== "figure") return "";
  const people = `${formats.number(state.people)} ${state.people === 1 ? one[metric.counts] : metric.counts}`;
  return state.interval ? `${formats.interval(state.interval, metric.unit)}, ${people}` : people;
}

const one = { people: "person", teams: "team" };

/** Three significant digits, levels to the hundredth; value and unit apart, so that a long unit need not be set as large as the number. */
export function headline(
  formats: Formats,
  { unit }: Pick<ShownMetric, "unit">,
  value: number,
): { number: string; unit: string } {
  if (unit === "share") return { number: formats.percent(value, { decimals: 1 }), unit: "" };
  if (unit === "money") return { number: moneyText(value, formats), unit: "" };
  if (unit === "levels") return { number: formats.number(value, { decimals: 2 }), unit };
  return { number: formats.figure(value), unit: unit === "count" ? "" : unit };
}

/** The reason a figure is missing, in a few words. */
export function missingText(formats: Formats, state: FigureState): string {
  switch (state.kind) {
    case "figure":
      return "";
    case "withheld":
      return state.why === "complementary"
        ? "Withheld, so that another group cannot be worked out"
        : `Withheld: under ${state.minimum} people`;
    case "too-early":
      return `Too early to tell until ${formats.date(state.until)}`;
    case "not-estimable":
      return `Cannot be estimated: ${reasons[state.reason] ?? state.reason}`;
    case "no-data":
      return "No data";
  }
}

const reasons: Record<string, string> = {
  "too-few-people": "too few people",
  "no-variation": "everybody has the same value",
  "no-denominator": "nothing to divide by",
  "not-finite": "a value is not a number",
};

export function changeText(formats: Formats, metric: Pick<ShownMetric, "unit">, change: Change): string {
  if (change.kind === "none") return change.reason;
  if (change.kind === "ratio") {
    const ratio = (value: number) => formats.figure(value, { significant: 2 });
    const interval = change.interval?.map((end) => (Number.isFinite(end) ? ratio(end) : "no limit"));
    return `${ratio(change.estimate)} times${interval ? ` (${interval[0]} to ${interval[1]})` : ""}`;
  }
  return change.interval
    ? formats.effect(change.estimate, change.interval, metric.unit)
    : formats.change(change.estimate, metric.unit);
}

export const valuesOf = (points: readonly Point[]) =>
  points.map(({ state }) => (state.kind === "figure" ? state.value : null));
