import type { LadderView } from "@/lib/ladder/ladder-view";
import { verdictWords } from "@/lib/ladder/rung-words";
import type { ReportBlock, ReportCell } from "@/lib/reports/document";

/** How far the chain holds from use to the business: the sentence, and each layer's figure. */
export function ladderBlocks({ words, rungs, finding }: LadderView): ReportBlock[] {
  const title = finding.kind === "broken" ? "Where the chain breaks" : "How far the chain holds";
  return [
    {
      kind: "text",
      title,
      full: false,
      internal: false,
      paragraphs: [words.sentence, ...(words.cause ? [words.cause] : [])],
    },
    {
      kind: "table",
      title: "From learning to results, layer by layer",
      full: true,
      internal: false,
      columns: [
        { id: "layer", header: "Layer", width: 1.2 },
        { id: "measure", header: "Figure", width: 2 },
        { id: "verdict", header: "Verdict", width: 1.2 },
        { id: "text", header: "Effect with its interval", width: 3 },
      ],
      rows: rungs.flatMap(({ step, measures, verdict }): Record<string, ReportCell>[] =>
        measures.length === 0
          ? [
              {
                layer: { text: step },
                verdict: { text: verdictWords[verdict] },
                text: { text: "The chain names no figure of it." },
              },
            ]
          : measures.map((measure) => ({
              layer: { text: step },
              measure: { text: measure.name },
              verdict: { text: verdictWords[measure.verdict] },
              text: { text: measure.text, value: measure.estimate, unit: "" },
            })),
      ),
    },
  ];
}
