import type { ReportBlock, ReportDocument } from "@/lib/reports/document";

/** How much of a report is on its page. */
export type Fit = {
  blocks: number;
  /** Of each of them: rows of figures, rows of a table, items or paragraphs. */
  rows: readonly number[];
  /** Height of charts, in points. */
  chart: number;
  notes: boolean;
  limits: number;
  unsigned: number;
  /** Characters of a longer text. */
  text: number;
};

export const figuresPerRow = 3;
const tallest = 220;
const mostRows = 40;

/** What stands on one page where there is room. */
export const blocksOfPage = (report: ReportDocument) => report.blocks.filter(({ full }) => !full);

/** From the least that is still a report to all its parts, each with its first rows: whatever fits, those before it do, too. */
export function leastFits(report: ReportDocument): Fit[] {
  const rows = blocksOfPage(report).map((block, at) => Math.min(rowsIn(block), leastRows(block, at)));
  const least: Fit = { blocks: 1, rows, chart: 90, notes: false, limits: 1, unsigned: 2, text: 160 };
  return [
    least,
    { ...least, chart: 100, limits: 2, text: 240 },
    ...rows.map((_, at) => ({ ...least, blocks: at + 1, chart: 110, limits: 3, unsigned: 3, text: 300 })),
  ];
}

/** The same parts with ever more in them, to all there is: a row more of each in turn, then notes, then taller charts. Whatever fits, those before it do, too. */
export function grownFits(report: ReportDocument, from: Fit): Fit[] {
  const whole = blocksOfPage(report)
    .slice(0, from.blocks)
    .map((block) => Math.min(mostRows, rowsIn(block)));
  const unsigned = report.signatures?.unsigned.length ?? 0;
  const fits: Fit[] = [from];
  let last = from;
  const more = (change: Partial<Fit>) => {
    last = { ...last, ...change };
    fits.push(last);
  };
  const oneMoreEach = (most: number) => {
    for (const [at, all] of whole.entries()) {
      const now = last.rows[at] ?? 0;
      if (now < Math.min(all, most)) more({ rows: last.rows.with(at, now + 1) });
    }
    if (last.limits < most && last.limits < Math.max(report.limits.length, unsigned)) {
      more({ limits: most, unsigned: most });
    }
  };
  more({ text: 330, chart: 130 });
  for (let rows = 2; rows <= 5; rows += 1) oneMoreEach(rows);
  more({ text: 500, notes: true });
  const longest = Math.max(...whole, report.limits.length, unsigned);
  for (let rows = 6; rows <= Math.min(mostRows, longest); rows += 1) oneMoreEach(rows);
  more({ text: 600 });
  while (last.chart < tallest) more({ chart: last.chart + 10 });
  return fits;
}

function rowsIn(block: ReportBlock): number {
  switch (block.kind) {
    case "figures":
      return Math.ceil(block.figures.length / figuresPerRow);
    case "text":
      return block.paragraphs.length;
    case "list":
      return block.items.length;
    case "table":
      return block.rows.length;
    case "chart":
      return 0;
  }
}

/** What leads is shown with more of its figures. */
const leastRows = (block: ReportBlock, at: number) => (block.kind !== "figures" ? 3 : at === 0 ? 2 : 1);
