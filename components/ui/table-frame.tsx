import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { headerColumnOf } from "./header-column";
import { ScrollRegion } from "./scroll-region";
import { TableCell } from "./table-cell";
import type { Column, Row } from "./table-types";

type TableFrameProps = {
  columns: readonly Column[];
  rows: readonly Row[];
  /** Says what the table holds; read out first. */
  caption: string;
  /** Keeps the caption for screen readers when a heading says the same. */
  hideCaption?: boolean | undefined;
  /** The header cells, one per column. */
  head: ReactNode;
  /** Long tables scroll under their header. */
  long?: boolean;
};

/** What every table has: a caption, a header, and rows of which one cell is the name. */
export function TableFrame({ columns, rows, caption, hideCaption = false, head, long = false }: TableFrameProps) {
  const headerColumn = headerColumnOf(columns);
  return (
    <ScrollRegion label={caption} {...(long && { className: "max-h-[80vh]" })}>
      <table className="w-full border-collapse text-table">
        <caption className={hideCaption ? "sr-only" : "pb-2 text-start text-table text-ink-2"}>{caption}</caption>
        <thead className={classNames(long && "sticky top-0 bg-paper print:static")}>
          <tr className="border-b border-ink">{head}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-rule hover:bg-paper-2">
              {columns.map((column) => (
                <TableCell
                  key={column.id}
                  column={column}
                  cell={row.cells[column.id]}
                  header={column.id === headerColumn}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
