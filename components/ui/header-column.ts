import type { Column } from "./table-types";

/** The column whose cells name their row. */
export function headerColumnOf(columns: readonly Column[]): string | undefined {
  return (columns.find(({ rowHeader }) => rowHeader) ?? columns[0])?.id;
}
