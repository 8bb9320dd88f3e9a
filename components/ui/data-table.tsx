"use client";
import { type ReactNode, useDeferredValue, useId, useMemo } from "react";
import { Button } from "./button";
import { controlClass } from "./control-class";
import { DownloadCsv } from "./download-csv";
import { LiveRegion } from "./live-region";
import { SortHeader } from "./sort-header";
import { filterRows, type Sort, sortRows } from "./sort-rows";
import { TableFrame } from "./table-frame";
import type { Column, Row } from "./table-types";
import { useTableView } from "./use-table-view";

type DataTableProps = {
  /** Its name in the address, where filter and order are kept. */
  id: string;
  columns: readonly Column[];
  rows: readonly Row[];
  caption: string;
  hideCaption?: boolean;
  /** Offers the rows as a file of this name. */
  csv?: string;
  /** Shows a field that filters by text; by itself from 12 rows on. */
  filter?: boolean;
  initialSort?: Sort;
  /** What stands instead of rows when there are none. */
  empty?: ReactNode;
};

const pageSize = 100;

/** A table one can sort, filter, page through and take away. Rows come as plain data, so that a server page can pass them. */
export function DataTable({
  id,
  columns: all,
  rows,
  caption,
  hideCaption,
  csv,
  filter,
  initialSort,
  empty,
}: DataTableProps) {
  const columns = useMemo(() => all.filter(({ fileOnly }) => !fileOnly), [all]);
  const [{ words, sort, page }, setView] = useTableView(id, columns, initialSort ?? null);
  const filterId = useId();
  const deferredWords = useDeferredValue(words);
  const found = useMemo(() => sortRows(filterRows(rows, deferredWords), sort), [rows, deferredWords, sort]);
  const lastPage = Math.max(0, Math.ceil(found.length / pageSize) - 1);
  const current = Math.min(page, lastPage);
  const shown = found.slice(current * pageSize, (current + 1) * pageSize);
  const filters = rows.length > 0 && (filter ?? rows.length >= 12);
  const turnTo = (next: number) => setView({ words, sort, page: next });

  if (rows.length === 0 && empty) return empty;
  return (
    <div>
      {filters || csv ? (
        <div className="screen-only mb-2 flex flex-wrap items-center justify-between gap-2">
          {filters ? (
            <div className="flex min-w-0 flex-wrap items-center gap-x-3">
              <label htmlFor={filterId} className="sr-only">
                Filter: {caption}
              </label>
              <div className="w-56 max-w-full">
                <input
                  id={filterId}
                  type="search"
                  value={words}
                  placeholder="Filter"
                  className={controlClass}
                  onChange={(event) => setView({ words: event.target.value, sort, page: 0 })}
                />
              </div>
              <LiveRegion>
                <span className="text-caption text-ink-3">{rowsWords(found.length, rows.length)}</span>
              </LiveRegion>
            </div>
          ) : (
            <span />
          )}
          {csv ? <DownloadCsv columns={all} rows={found} fileName={csv} /> : null}
        </div>
      ) : null}
      <TableFrame
        columns={columns}
        rows={shown}
        caption={caption}
        hideCaption={hideCaption}
        long
        head={columns.map((column) => (
          <SortHeader
            key={column.id}
            column={column}
            sort={sort}
            onSort={(next) => setView({ words, sort: next, page })}
          />
        ))}
      />
      {shown.length < rows.length ? (
        <p className="hidden text-caption text-ink-2 print:block">{printedWords(shown.length, rows.length, words)}</p>
      ) : null}
      {shown.length === 0 ? (
        <p className="py-4 text-ink-2">{rows.length === 0 ? "Nothing to list." : `No row holds “${words}”.`}</p>
      ) : null}
      {lastPage > 0 ? (
        <nav aria-label={`Pages of ${caption}`} className="mt-2 flex items-center gap-3 text-table">
          <Button disabled={current === 0} onClick={() => turnTo(current - 1)}>
            Previous
          </Button>
          <span>
            Page {current + 1} of {lastPage + 1}
          </span>
          <Button disabled={current === lastPage} onClick={() => turnTo(current + 1)}>
            Next
          </Button>
        </nav>
      ) : null}
    </div>
  );
}

/** What is left out on paper, where nobody can turn to it. */
function printedWords(shown: number, of: number, words: string): string {
  const which = words.trim() === "" ? "" : `, those that hold “${words.trim()}”`;
  return `${shown} of ${of} rows${which}.`;
}

function rowsWords(found: number, of: number): string {
  const all = `${of} ${of === 1 ? "row" : "rows"}`;
  return found === of ? all : `${found} of ${all}`;
}
