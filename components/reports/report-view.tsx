import type { ReactNode } from "react";
import { GradeMark } from "@/components/ui/grade-mark";
import type { Formats } from "@/lib/format/formats";
import type { ReportDocument } from "@/lib/reports/document";
import { imprintOf } from "@/lib/reports/imprint";
import { ReportBlockView } from "./report-block-view";

type ReportViewProps = {
  document: ReportDocument;
  formats: Formats;
  /** What stands above its title. */
  above?: ReactNode;
};

/** A report as a page to read: the same figures, in the same words, as its PDF and slides. Needs no session. */
export function ReportView({ document, formats, above }: ReportViewProps) {
  const { title, lead, grade, blocks, limits, notices } = document;
  const { made, data, sources, filters, grade: gradeText, signatures, unsigned } = imprintOf(document);
  return (
    <article>
      <header className="mb-8">
        {above}
        <h1 className="text-section sm:text-page">{title}</h1>
        <p className="mt-2 max-w-prose text-lead text-ink-2">{lead}</p>
        {grade ? (
          <p className="mt-2">
            <GradeMark grade={grade} />
          </p>
        ) : null}
        <p className="mt-3 max-w-prose text-caption text-ink-3">
          {made}. {data}. {filters}. {gradeText}. {signatures}.
        </p>
      </header>
      {blocks.map((block) => (
        <ReportBlockView key={block.title} block={block} formats={formats} />
      ))}
      <Items title="Assumptions finance has not signed" items={unsigned} />
      <Items title="What limits it" items={limits} />
      <Items title="Where its data came from" items={sources} />
      {notices.map((notice) => (
        <p key={notice} className="mt-2 max-w-prose text-caption text-ink-3">
          {notice}
        </p>
      ))}
    </article>
  );
}

function Items({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="text-lead">{title}</h2>
      <ul className="mt-1 max-w-prose list-disc pl-5 text-ink-2">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
