import type { Formats } from "@/lib/format/formats";
import type { JudgedGuardrail } from "@/lib/marks/guardrails/judge-guardrails";
import type { ReportBlock, ReportCell, ReportFigure } from "@/lib/reports/document";
import { changeText, intervalText, missingText, valueText } from "@/lib/scorecard/figure-text";
import type { Header, Scorecard, Tile } from "@/lib/scorecard/scorecard";
import { targetText } from "@/lib/scorecard/target-text";
import { guardrailsOf } from "./guardrail-blocks";

type Shown = Extract<Scorecard, { kind: "shown" }>;

type Beside = { header: Header; judged: readonly JudgedGuardrail[]; formats: Formats };

/** A tile as a figure of a report: as it is written on the page, what may be said of it, and how it stands to its target and guardrails. */
export function figureOf(tile: Tile, { header, judged, formats, href }: Beside & { href: string }): ReportFigure {
  const { metric, state, change, grade, sentence } = tile;
  const known = state.kind === "figure" ? state : null;
  const said =
    change.kind === "none" || !known
      ? sentence
      : `${changeText(formats, metric, change)} against ${header.against.label}.`;
  const target = targetText(formats, tile);
  const guardrails = guardrailsOf(tile, judged, formats).map((text) => `Guardrail: ${text}.`);
  return {
    id: metric.id,
    label: metric.name,
    text: known ? valueText(formats, metric, known.value) : missingText(formats, state),
    value: known?.value ?? null,
    unit: metric.unit,
    interval: known?.interval ?? null,
    intervalText: known ? intervalText(formats, metric, state) : null,
    grade,
    note: [said, ...(target ? [`${target.charAt(0).toUpperCase()}${target.slice(1)}.`] : []), ...guardrails].join(" "),
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
              ? { text: valueText(formats, metric, state.value), value: state.value, unit: metric.unit }
              : { text: missingText(formats, state) },
          interval: { text: intervalText(formats, metric, state) },
        }),
      ),
      ...(more > 0 ? [{ group: { text: `and ${more} more on the page` } }] : []),
    ],
  };
}

/** A change as its text writes it: shares in points, ratios in times. */
function sized({ unit }: Tile["metric"], { kind, estimate }: Exclude<Tile["change"], { kind: "none" }>) {
  if (kind === "ratio") return { value: estimate, unit: "times" };
  return unit === "share" ? { value: 100 * estimate, unit: "points" } : { value: estimate, unit };
}

/** Every tile in a row. */
export function tilesBlock(tiles: readonly Tile[], { header, judged, formats }: Beside): ReportBlock {
  return {
    kind: "table",
    title: "Every figure and what may be said of it",
    full: true,
    internal: false,
    columns: [
      { id: "name", header: "Figure", width: 2 },
      { id: "value", header: "Value", align: "end", width: 1.4 },
      { id: "change", header: `Against ${header.against.label}`, align: "end", width: 1.8 },
      { id: "target", header: "Target", align: "end", width: 1.3 },
      { id: "guardrail", header: "Guardrail", width: 1.4 },
      { id: "grade", header: "Grade", width: 0.6 },
      { id: "says", header: "What may be said", width: 2.6 },
    ],
    rows: tiles.map((tile): Record<string, ReportCell> => {
      const { metric, state, change, target, grade, sentence } = tile;
      return {
        name: { text: metric.name },
        value:
          state.kind === "figure"
            ? { text: valueText(formats, metric, state.value), value: state.value, unit: metric.unit }
            : { text: missingText(formats, state) },
        change:
          change.kind === "none"
            ? { text: "" }
            : { text: changeText(formats, metric, change), ...sized(metric, change) },
        target:
          target === null
            ? { text: "" }
            : { text: valueText(formats, metric, target), value: target, unit: metric.unit },
        guardrail: { text: guardrailsOf(tile, judged, formats).join("; ") },
        grade: { text: grade },
        says: { text: sentence },
      };
    }),
  };
}
