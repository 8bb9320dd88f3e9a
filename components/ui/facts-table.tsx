import { headerColumnOf } from "./header-column";
import { ScrollRegion } from "./scroll-region";
import { cellClass, TableCell } from "./table-cell";
import type { Column, Row } from "./table-types";

type FactsTableProps = {
  columns: readonly Column[];
  rows: readonly Row[];
  /** Says what the table holds; read out first. */
  caption: string;
  /** Keeps the caption for screen readers when a heading says the same. */
  hideCaption?: boolean;
};

/** A table as it is, from the server: for a few rows, and beside charts. */
export function FactsTable({ columns, rows, caption, hideCaption = false }: FactsTableProps) {
  const headerColumn = headerColumnOf(columns);
  return (
    <ScrollRegion label={caption}>
      <table className="w-full border-collapse text-table">
        <caption className={hideCaption ? "sr-only" : "pb-2 text-start text-table text-ink-2"}>{caption}</caption>
        <thead>
          <tr className="border-b border-ink">
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cellClass(column, "py-1 align-bottom font-semibold")}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-rule">
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
