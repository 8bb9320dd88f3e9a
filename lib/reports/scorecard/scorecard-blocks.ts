import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportCell, ReportFigure } from "@/lib/reports/document";
import { changeText, intervalText, missingText, valueText } from "@/lib/scorecard/figure-text";
import type { Header, Scorecard, Tile } from "@/lib/scorecard/scorecard";

type Shown = Extract<Scorecard, { kind: "shown" }>;

/** A tile as a figure of a report: as it is written on the page, and what may be said of it. */
export function figureOf(
  { metric, state, change, grade, sentence }: Tile,
  { against }: Header,
  { formats, href }: { formats: Formats; href: string },
): ReportFigure {
  const known = state.kind === "figure" ? state : null;
  return {
    id: metric.id,
    label: metric.name,
    text: known ? valueText(formats, metric, known.value) : missingText(formats, state),
    value: known?.value ?? null,
    interval: known?.interval ?? null,
    intervalText: known ? intervalText(formats, metric, state) : null,
    grade,
    note:
      change.kind === "none" || !known ? sentence : `${changeText(formats, metric, change)} against ${against.label}.`,
    href,
  };
}

/** The groups of the breakdown the page shows. */
export function breakdownBlock(
  { metric, groups, by, more }: NonNullable<Shown["breakdown"]>,
  formats: Formats,
): ReportBlock {
  return {
    kind: "table",
    title: `${metric.name} by ${by}`,
    full: true,
    internal: false,
    columns: [
      { id: "group", header: "Group", width: 2 },
      { id: "value", header: metric.name, align: "end" },
      { id: "interval", header: "95% interval and people", align: "end", width: 1.6 },
    ],
    rows: [
      ...groups.map(
        ({ label, state }): Record<string, ReportCell> => ({
          group: { text: label },
          value:
            state.kind === "figure"
              ? { text: valueText(formats, metric, state.value), value: state.value }
              : { text: missingText(formats, state) },
          interval: { text: intervalText(formats, metric, state) },
        }),
      ),
      ...(more > 0 ? [{ group: { text: `and ${more} more on the page` } }] : []),
    ],
  };
}

/** Every tile in a row. */
export function tilesBlock(tiles: readonly Tile[], { against }: Header, formats: Formats): ReportBlock {
  return {
    kind: "table",
    title: "Every figure and what may be said of it",
    full: true,
    internal: false,
    columns: [
      { id: "name", header: "Figure", width: 2 },
      { id: "value", header: "Value", align: "end" },
      { id: "change", header: `Against ${against.label}`, align: "end", width: 1.8 },
      { id: "grade", header: "Grade", width: 0.6 },
      { id: "says", header: "What may be said", width: 3 },
    ],
    rows: tiles.map(
      ({ metric, state, change, grade, sentence }): Record<string, ReportCell> => ({
        name: { text: metric.name },
        value:
          state.kind === "figure"
            ? { text: valueText(formats, metric, state.value), value: state.value }
            : { text: missingText(formats, state) },
        change:
          change.kind === "none" ? { text: "" } : { text: changeText(formats, metric, change), value: change.estimate },
        grade: { text: grade },
        says: { text: sentence },
      }),
    ),
  };
}
