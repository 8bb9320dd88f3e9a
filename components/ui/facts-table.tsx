import { cellClass } from "./table-cell";
import { TableFrame } from "./table-frame";
import type { Column, Row } from "./table-types";

type FactsTableProps = {
  columns: readonly Column[];
  rows: readonly Row[];
  caption: string;
  hideCaption?: boolean;
};

/** A table as it is, from the server: for a few rows, and beside charts. */
export function FactsTable({ columns, rows, caption, hideCaption }: FactsTableProps) {
  return (
    <TableFrame
      columns={columns}
      rows={rows}
      caption={caption}
      hideCaption={hideCaption}
      head={columns.map((column) => (
        <th key={column.id} scope="col" className={cellClass(column, "py-1 align-bottom font-semibold")}>
          {column.header}
        </th>
      ))}
    />
  );
}
