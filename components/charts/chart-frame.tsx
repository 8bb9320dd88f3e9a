import { type ReactNode, useId } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { DownloadCsv } from "@/components/ui/download-csv";
import { FactsTable } from "@/components/ui/facts-table";
import type { Column, Row } from "@/components/ui/table-types";

export type ChartWords = {
  /** The question the chart answers. */
  title: string;
  /** The answer, read from the same numbers. */
  answer?: ReactNode;
  /** n, method and data version. */
  caption: ReactNode;
  /** The reading in a sentence or two, for those who do not see the drawing. */
  description: string;
  /** Name of the file the numbers are saved under. */
  csv: string;
};

type ChartFrameProps = ChartWords & {
  /** Null where the numbers stand beside it already. */
  table: { columns: readonly Column[]; rows: readonly Row[] } | null;
  /** Height of the drawing in pixels; fixed, so that nothing moves when it appears. */
  height?: number;
  children: ReactNode;
};

/** A drawing with its question, its answer, its numbers and what they rest on. */
export function ChartFrame({
  title,
  answer,
  caption,
  description,
  csv,
  table,
  height = 280,
  children,
}: ChartFrameProps) {
  const heading = useId();
  const reading = useId();
  return (
    <figure aria-labelledby={heading} aria-describedby={reading} className="chart mb-8 min-w-0">
      <h3 id={heading} className="text-lead">
        {title}
      </h3>
      {answer ? <div className="max-w-prose text-body text-ink-2">{answer}</div> : null}
      <p id={reading} className="sr-only">
        {description}
      </p>
      <div className="chart-drawing mt-3 min-w-0" style={{ height }}>
        {children}
      </div>
      <figcaption className="mt-2 text-caption text-ink-3">{caption}</figcaption>
      {table ? (
        <Disclosure summary="Numbers as a table" printed className="mt-1 text-table">
          <FactsTable caption={title} hideCaption columns={table.columns} rows={table.rows} />
          <DownloadCsv columns={table.columns} rows={table.rows} fileName={csv} />
        </Disclosure>
      ) : null}
    </figure>
  );
}
