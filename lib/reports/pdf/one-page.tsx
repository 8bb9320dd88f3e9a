import { View } from "@react-pdf/renderer";
import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportDocument } from "@/lib/reports/document";
import { Block } from "./block";
import { Frame, Opening } from "./frame";
import { blocksOfPage, type Fit, figuresPerRow } from "./one-page-fits";
import { SmallPrint } from "./small-print";

/** A notice may be one somebody has to give: it is cut later than the rest. */
const longestNotice = 700;
const shortenedNote = "Shortened to one page; the full report holds every figure with its note.";

/** The report on a page: what leads, one picture, what may not be said and who signed. */
export function OnePage({ report, formats, fit }: { report: ReportDocument; formats: Formats; fit: Fit }) {
  const cut = (text: string, most = fit.text) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
  const shown = {
    ...report,
    lead: cut(report.lead),
    limits: report.limits.map((text) => cut(text)),
    notices: [...report.notices.map((text) => cut(text, longestNotice)), shortenedNote],
  };
  return (
    <Frame report={shown}>
      <Opening report={shown} />
      {blocksOfPage(report)
        .slice(0, fit.blocks)
        .map((block, at) => (
          <Block
            key={block.title}
            block={shortened(block, fit.rows[at] ?? 0)}
            formats={formats}
            height={fit.chart}
            notes={fit.notes}
          />
        ))}
      <View style={{ marginTop: "auto" }}>
        <SmallPrint report={shown} brief mostLimits={fit.limits} mostUnsigned={fit.unsigned} />
      </View>
    </Frame>
  );
}

function shortened(block: ReportBlock, most: number): ReportBlock {
  switch (block.kind) {
    case "figures":
      return { ...block, figures: block.figures.slice(0, most * figuresPerRow) };
    case "text":
      return { ...block, paragraphs: block.paragraphs.slice(0, most) };
    case "list":
      return { ...block, items: withRest(block.items, most, (text) => text) };
    case "table": {
      const first = block.columns[0]?.id ?? "";
      return { ...block, rows: withRest(block.rows, most, (text) => ({ [first]: { text } })) };
    }
    case "chart":
      return block;
  }
}

/** The first of them and how many more there are; a last one takes no more room than saying that it is missing. */
function withRest<Item>(all: readonly Item[], most: number, say: (text: string) => Item): Item[] {
  return all.length <= most + 1
    ? [...all]
    : [...all.slice(0, most), say(`and ${all.length - most} more, in the full report`)];
}
