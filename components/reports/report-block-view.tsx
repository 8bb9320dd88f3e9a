import { FactsTable } from "@/components/ui/facts-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { Section } from "@/components/ui/section";
import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportFigure } from "@/lib/reports/document";
import { ReportChartView } from "./report-chart-view";

/** One block of a report under its title. */
export function ReportBlockView({ block, formats }: { block: ReportBlock; formats: Formats }) {
  return (
    <Section title={block.title}>
      <Content block={block} formats={formats} />
    </Section>
  );
}

function Content({ block, formats }: { block: ReportBlock; formats: Formats }) {
  switch (block.kind) {
    case "figures":
      return (
        <dl className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
          {block.figures.map((figure) => (
            <Figure key={figure.id} figure={figure} />
          ))}
        </dl>
      );
    case "text":
      return block.paragraphs.map((paragraph) => (
        <p key={paragraph} className="mb-3 max-w-prose">
          {paragraph}
        </p>
      ));
    case "list":
      return (
        <ul className="max-w-prose list-disc space-y-1 pl-5">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "table":
      return (
        <FactsTable
          caption={block.title}
          hideCaption
          columns={block.columns.map(({ id, header, align }) => ({ id, header, ...(align && { align }) }))}
          rows={block.rows.map((row, at) => ({
            id: String(at),
            cells: Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, cell.text])),
          }))}
        />
      );
    case "chart":
      return <ReportChartView block={block} formats={formats} />;
  }
}

function Figure({ figure: { label, text, intervalText, grade, note } }: { figure: ReportFigure }) {
  return (
    <div className="border-t border-rule pt-2">
      <dt className="text-table text-ink-2">{label}</dt>
      <dd className="figure-numerals mt-1 font-serif text-section">{text}</dd>
      {intervalText ? <dd className="text-table text-ink-2">{intervalText}</dd> : null}
      {grade ? (
        <dd className="mt-1">
          <GradeMark grade={grade} />
        </dd>
      ) : null}
      {note ? <dd className="mt-1 text-caption text-ink-3">{note}</dd> : null}
    </div>
  );
}
