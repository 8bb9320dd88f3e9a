import { stringify } from "csv-stringify/sync";
import type { JudgedGuardrail } from "@/lib/marks/guardrails/judge-guardrails";
import type { FigureState, Scorecard, Tile } from "./scorecard";

type Shown = Extract<Scorecard, { kind: "shown" }>;

/** The scorecard as CSV: one row per figure with its guardrails, or one per period where a metric is named. Figures in full precision. */
export function scorecardCsv(
  scorecard: Shown,
  { metricId, judged }: { metricId: string | null; judged: readonly JudgedGuardrail[] },
): string {
  const { header } = scorecard;
  const tiles = [...scorecard.categories.flatMap((category) => category.tiles), ...scorecard.activity];
  const about = {
    scope: header.scope.label,
    data_to: header.asOf,
    data_version: header.dataVersion,
    refreshed_at: header.revisedAt,
  };
  const rows = tiles
    .filter((tile) => metricId === null || tile.metric.id === metricId)
    .flatMap((tile) =>
      metricId === null
        ? [
            {
              ...figure(tile, header.period.name, tile.state),
              ...change(tile, header.against.label),
              ...guarded(tile, judged),
              ...about,
            },
          ]
        : tile.history.map((point) => ({ ...figure(tile, point.period, point.state), ...about })),
    );
  return stringify(rows, { header: true, bom: true, escape_formulas: true, record_delimiter: "windows" });
}

function figure({ metric, grade, sentence, target }: Tile, period: string, state: FigureState) {
  const known = state.kind === "figure" ? state : null;
  return {
    category: metric.category,
    metric: metric.id,
    name: metric.name,
    unit: metric.unit,
    period,
    state: state.kind,
    value: known?.value,
    low: known?.interval?.[0],
    high: known?.interval?.[1],
    people: known?.people,
    numerator: known?.numerator,
    denominator: known?.denominator,
    target,
    grade,
    may_be_said: sentence,
  };
}

function change({ change }: Tile, against: string) {
  const known = change.kind === "none" ? null : change;
  return {
    against,
    change: known?.estimate,
    change_low: known?.interval?.[0],
    change_high: known?.interval?.[1],
    change_is: known?.kind,
    verdict: known?.verdict,
  };
}

/** Bounds as stored, shares 0 to 1; where it has two, the one that is crossed says how it stands. */
function guarded({ metric }: Tile, judged: readonly JudgedGuardrail[]) {
  const own = judged.filter(({ tileId }) => tileId === metric.id);
  return {
    no_more_than: own.find(({ side }) => side === "above")?.bound,
    no_less_than: own.find(({ side }) => side === "below")?.bound,
    guardrail: own[0]?.judgement.kind,
  };
}
