import type { Formats } from "@/lib/format/formats";
import { guardrailSentence, ruleText, standOf } from "@/lib/marks/guardrails/guardrail-words";
import type { JudgedGuardrail } from "@/lib/marks/guardrails/judge-guardrails";
import type { ReportBlock, ReportCell } from "@/lib/reports/document";
import { valueText } from "@/lib/scorecard/figure-text";
import type { Header, Tile } from "@/lib/scorecard/scorecard";

type Given = { judged: readonly JudgedGuardrail[]; tiles: readonly Tile[]; header: Header; formats: Formats };

/** How the guardrails stand together, and each that is crossed. Nothing where none is set. */
export function crossedBlock({ judged, tiles, header, formats }: Given): ReportBlock[] {
  if (judged.length === 0) return [];
  const crossed = judged.flatMap((one) => {
    if (one.judgement.kind !== "crossed") return [];
    const { why } = standOf(formats, one);
    return [
      `${one.name}: ${valueText(formats, one, one.judgement.value)}, and should be ${ruleText(formats, one)}${why && ` (${why})`}`,
    ];
  });
  const items = [guardrailSentence(judged, tiles, header.against.isTime), ...crossed];
  return [{ kind: "list", title: "Guardrails", full: false, internal: false, items }];
}

/** Every guardrail with where its figure stands, and what it was set for. Nothing where none is set. */
export function guardrailBlock(judged: readonly JudgedGuardrail[], formats: Formats): ReportBlock[] {
  if (judged.length === 0) return [];
  return [
    {
      kind: "table",
      title: "Every guardrail and how it stands",
      full: true,
      internal: false,
      columns: [
        { id: "figure", header: "Figure", width: 2 },
        { id: "rule", header: "Guardrail", width: 1.5 },
        { id: "value", header: "Value", align: "end" },
        { id: "stands", header: "Stands", width: 1.8 },
        { id: "because", header: "What it guards", width: 2.4 },
      ],
      rows: judged.map((one): Record<string, ReportCell> => {
        const { judgement, name, unit, because } = one;
        const { word, why } = standOf(formats, one);
        return {
          figure: { text: name },
          rule: { text: ruleText(formats, one) },
          value:
            judgement.kind === "unknown"
              ? { text: "" }
              : { text: valueText(formats, one, judgement.value), value: judgement.value, unit },
          stands: { text: why ? `${word}: ${why}` : word },
          because: { text: because },
        };
      }),
    },
  ];
}

/** The guardrails of a figure: `no more than 10.0%, crossed`. */
export const guardrailsOf = (
  { metric }: Pick<Tile, "metric">,
  judged: readonly JudgedGuardrail[],
  formats: Formats,
): string[] =>
  judged.flatMap((one) => {
    if (one.tileId !== metric.id) return [];
    const { word, why } = standOf(formats, one);
    return [`${ruleText(formats, one)}, ${[word.toLowerCase(), why].filter(Boolean).join(", ")}`];
  });
