import type { ReportBlock, ReportCell, ReportChart, ReportDocument } from "@/lib/reports/document";
import { type KnownPeople, withoutPeople } from "./names-in";

/**
 * A report as somebody without an account may read it: without blocks and columns marked internal, without names, addresses and ids of people wherever they
 * stand, and without ways into the app. Figures stay to the digit.
 */
export function scrubbed(document: ReportDocument, people: KnownPeople): ReportDocument {
  const clean = (text: string) => withoutPeople(text, people);
  const { signatures, blocks, ...rest } = document;
  return {
    ...rest,
    title: clean(rest.title),
    lead: clean(rest.lead),
    filters: rest.filters.map(clean),
    limits: rest.limits.map(clean),
    notices: rest.notices.map(clean),
    href: "",
    signatures: signatures && {
      ...signatures,
      unsigned: signatures.unsigned.map(clean),
      last: signatures.last && { ...signatures.last, by: "finance" },
    },
    blocks: blocks.filter(({ internal }) => !internal).map((block) => scrubbedBlock(block, people)),
  };
}

function scrubbedBlock(block: ReportBlock, people: KnownPeople): ReportBlock {
  const clean = (text: string) => withoutPeople(text, people);
  const figure = (text: string) => withoutPeople(text, people, true);
  const title = clean(block.title);
  switch (block.kind) {
    case "figures":
      return {
        ...block,
        title,
        figures: block.figures.map((one) => ({
          ...one,
          label: clean(one.label),
          text: figure(one.text),
          note: one.note && clean(one.note),
          href: null,
        })),
      };
    case "text":
      return { ...block, title, paragraphs: block.paragraphs.map(clean) };
    case "list":
      return { ...block, title, items: block.items.map(clean) };
    case "table": {
      const columns = block.columns.filter(({ internal }) => !internal);
      const cellOf = ({ outside, text, ...cell }: ReportCell): ReportCell => ({
        ...cell,
        text: (typeof cell.value === "number" ? figure : clean)(outside ?? text),
      });
      return {
        ...block,
        title,
        columns: columns.map((column) => ({ ...column, header: clean(column.header) })),
        rows: block.rows.map((row) =>
          Object.fromEntries(columns.flatMap(({ id }) => (row[id] ? [[id, cellOf(row[id])]] : []))),
        ),
      };
    }
    case "chart":
      return {
        ...block,
        title,
        answer: clean(block.answer),
        caption: clean(block.caption),
        chart: scrubbedChart(block.chart, clean),
      };
  }
}

function scrubbedChart(chart: ReportChart, clean: (text: string) => string): ReportChart {
  const labelled = <One extends { label: string }>(one: One): One => ({ ...one, label: clean(one.label) });
  switch (chart.type) {
    case "intervals":
      return { ...chart, rows: chart.rows.map(labelled) };
    case "bars":
      return { ...chart, rows: chart.rows.map(labelled) };
    case "portfolio":
      return { ...chart, marks: chart.marks.map(labelled) };
    case "lines":
      return { ...chart, series: chart.series.map(labelled), exposure: chart.exposure && labelled(chart.exposure) };
  }
}
