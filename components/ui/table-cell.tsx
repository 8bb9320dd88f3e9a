import Link from "next/link";
import { classNames } from "./class-names";
import { type Cell, type Column, textOf } from "./table-types";

type TableCellProps = { column: Column; cell: Cell | undefined; header: boolean };

export function TableCell({ column, cell, header }: TableCellProps) {
  const look = cellClass(column, "py-1.5 align-top");
  const shown = contentOf(cell);
  return header ? (
    <th scope="row" className={classNames(look, "text-start font-medium")}>
      {shown}
    </th>
  ) : (
    <td className={look}>{shown}</td>
  );
}

export function cellClass(column: Column, more: string): string {
  return classNames(
    "px-2 first:pl-0 last:pr-0",
    column.align === "end" ? "text-end tabular-nums" : "text-start",
    column.whole && "sm:whitespace-nowrap",
    column.prose && "min-w-40",
    column.wide && "max-sm:hidden",
    column.screenOnly && "screen-only",
    more,
  );
}

function contentOf(cell: Cell | undefined) {
  if (cell === null || cell === undefined) {
    return (
      <span className="text-ink-3">
        <span aria-hidden="true">–</span>
        <span className="sr-only">none</span>
      </span>
    );
  }
  if (typeof cell !== "object") return cell;
  if (cell.href) {
    return (
      <Link href={cell.href} className="link">
        {cell.node ?? textOf(cell)}
      </Link>
    );
  }
  return cell.node ?? cell.text;
}
