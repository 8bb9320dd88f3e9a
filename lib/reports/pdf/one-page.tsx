import { View } from "@react-pdf/renderer";
import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportDocument } from "@/lib/reports/document";
import { Block } from "./block";
import { Frame, Opening } from "./frame";
import { SmallPrint } from "./small-print";

/** How much a page holds: blocks, the rows of each, the height of charts. */
type Fit = {
  blocks: number;
  items: number;
  chart: number;
  notes: boolean;
  limits: number;
  unsigned: number;
  text: number;
};

/** From all there is to the least that is still a report. */
export const onePageFits: Fit[] = [
  { blocks: 9, items: 8, chart: 170, notes: true, limits: 8, unsigned: 12, text: 600 },
  { blocks: 6, items: 6, chart: 150, notes: true, limits: 6, unsigned: 8, text: 500 },
  { blocks: 6, items: 5, chart: 130, notes: false, limits: 5, unsigned: 6, text: 400 },
  { blocks: 5, items: 4, chart: 130, notes: false, limits: 4, unsigned: 5, text: 360 },
  { blocks: 6, items: 3, chart: 130, notes: false, limits: 4, unsigned: 5, text: 330 },
  { blocks: 5, items: 3, chart: 120, notes: false, limits: 4, unsigned: 4, text: 330 },
  { blocks: 4, items: 3, chart: 120, notes: false, limits: 3, unsigned: 4, text: 300 },
  { blocks: 3, items: 3, chart: 110, notes: false, limits: 3, unsigned: 4, text: 300 },
  { blocks: 2, items: 3, chart: 100, notes: false, limits: 2, unsigned: 3, text: 240 },
  { blocks: 1, items: 3, chart: 90, notes: false, limits: 1, unsigned: 2, text: 160 },
];

const shortenedNote = "Shortened to one page; the full report holds every figure with its note.";

/** The report on a page: what leads, one picture, what may not be said and who signed. */
export function OnePage({ report, formats, fit }: { report: ReportDocument; formats: Formats; fit: Fit }) {
  const blocks = report.blocks.filter(({ full }) => !full).slice(0, fit.blocks);
  const cut = (text: string) => (text.length <= fit.text ? text : `${text.slice(0, fit.text - 1).trimEnd()}…`);
  const shown = {
    ...report,
    lead: cut(report.lead),
    limits: report.limits.map(cut),
    notices: [...report.notices.map(cut), shortenedNote],
  };
  return (
    <Frame report={shown}>
      <Opening report={shown} />
      {blocks.map((block) => (
        <Block
          key={block.title}
          block={shortened(block, fit.items)}
          formats={formats}
          height={fit.chart}
          notes={fit.notes}
        />
      ))}
      <View style={{ marginTop: "auto" }}>
        <SmallPrint report={shown} mostLimits={fit.limits} mostUnsigned={fit.unsigned} />
      </View>
    </Frame>
  );
}

function shortened(block: ReportBlock, most: number): ReportBlock {
  const rest = (count: number) => `and ${count - most} more, in the full report`;
  switch (block.kind) {
    case "figures":
      return { ...block, figures: block.figures.slice(0, most >= 4 ? 6 : 3) };
    case "text":
      return { ...block, paragraphs: block.paragraphs.slice(0, most) };
    case "list":
      return block.items.length <= most
        ? block
        : { ...block, items: [...block.items.slice(0, most), rest(block.items.length)] };
    case "table": {
      if (block.rows.length <= most) return block;
      const first = block.columns[0]?.id ?? "";
      return { ...block, rows: [...block.rows.slice(0, most), { [first]: { text: rest(block.rows.length) } }] };
    }
    case "chart":
      return block;
  }
}
