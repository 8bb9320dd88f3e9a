"use client";
import { classNames } from "./class-names";
import type { Sort } from "./sort-rows";
import { cellClass } from "./table-cell";
import type { Column } from "./table-types";

type SortHeaderProps = { column: Column; sort: Sort | null; onSort: (sort: Sort) => void };

export function SortHeader({ column, sort, onSort }: SortHeaderProps) {
  const position = cellClass(column, "border-b border-ink py-0 align-bottom");
  if (column.screenOnly) {
    return (
      <th scope="col" className={position}>
        <span className="target inline-flex items-center font-semibold">{column.header}</span>
      </th>
    );
  }
  const active = sort?.column === column.id ? sort : null;
  const order = active ? (active.descending ? "descending" : "ascending") : "none";
  return (
    <th scope="col" aria-sort={order} className={position}>
      <button
        type="button"
        className={classNames(
          "screen-only target inline-flex items-center gap-1 text-start font-semibold underline-offset-3 hover:underline",
          column.align === "end" && "flex-row-reverse",
        )}
        onClick={() => onSort({ column: column.id, descending: active ? !active.descending : false })}
      >
        {column.header}
        <span aria-hidden="true" className="inline-block w-3 text-ink-3">
          {active ? (active.descending ? "↓" : "↑") : ""}
        </span>
      </button>
      {/* A browser repeats no button on the next sheet. */}
      <span
        aria-hidden="true"
        data-head={column.header}
        className="hidden font-semibold print:inline before:content-[attr(data-head)]"
      />
    </th>
  );
}
