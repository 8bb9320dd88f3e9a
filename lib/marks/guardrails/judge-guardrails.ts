import { metricKey } from "@/lib/metrics/metric-key";
import type { FigureState, Tile } from "@/lib/scorecard/scorecard";
import type { Guardrail } from "./guardrail";

/**
 * Where a figure stands against its guardrail. `isSure` where the whole 95% interval lies beyond the bound (crossed) or short of it (holding); null
 * where the figure has no interval.
 * `unknown` where there is no figure: `state` is the reason, null where nobody here has it at all.
 */
export type Judgement =
  | { kind: "holding" | "crossed"; isSure: boolean | null; value: number }
  | { kind: "unknown"; state: Exclude<FigureState, { kind: "figure" }> | null };

export type JudgedGuardrail = Guardrail & {
  judgement: Judgement;
  /** The tile that was judged, for a link; null where there is none here. */
  tileId: string | null;
};

/** A figure on the bound has not crossed it. */
export function judge({ side, bound }: Pick<Guardrail, "side" | "bound">, state: FigureState): Judgement {
  if (state.kind !== "figure") return { kind: "unknown", state };
  const beyond = (value: number) => (side === "above" ? value > bound : value < bound);
  const kind = beyond(state.value) ? "crossed" : "holding";
  const isSure = state.interval?.every((end) => beyond(end) === (kind === "crossed")) ?? null;
  return { kind, isSure, value: state.value };
}

/** Each guardrail against the tiles of a scorecard: crossed ones first, then those that cannot be told, then those that hold. */
export function judgeGuardrails(
  guardrails: readonly Guardrail[],
  tiles: readonly Pick<Tile, "metric" | "state">[],
): JudgedGuardrail[] {
  const judged = guardrails.map((guardrail): JudgedGuardrail => {
    const own = tiles.filter(({ metric }) => metricKey(metric.id) === guardrail.metric);
    const tile = own.find(({ state }) => state.kind === "figure") ?? own[0];
    if (!tile) return { ...guardrail, judgement: { kind: "unknown", state: null }, tileId: null };
    return { ...guardrail, judgement: judge(guardrail, tile.state), tileId: tile.metric.id };
  });
  return judged.toSorted((a, b) => order(a) - order(b) || a.name.localeCompare(b.name) || a.side.localeCompare(b.side));
}

const order = ({ judgement }: JudgedGuardrail) => ["crossed", "unknown", "holding"].indexOf(judgement.kind);
