"use client";
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import type { Sort } from "./sort-rows";
import { type TableView, viewFrom, withView } from "./table-view";

/** Browsers refuse an address that changes with every key. */
const pause = 250;

/** A table's view, kept in the address once the reader pauses, so that it can be sent on and outlives a reload. */
export function useTableView(id: string, columns: readonly { id: string }[], initialSort: Sort | null) {
  const params = useSearchParams();
  const [view, setView] = useState<TableView>(() => viewFrom(params, id, columns, initialSort));
  useEffect(() => {
    const keep = setTimeout(() => {
      const { pathname, search, hash } = window.location;
      const wanted = withView(new URLSearchParams(search), id, view, initialSort).toString();
      if (wanted === new URLSearchParams(search).toString()) return;
      window.history.replaceState(null, "", `${pathname}${wanted ? `?${wanted}` : ""}${hash}`);
    }, pause);
    return () => clearTimeout(keep);
  }, [id, view, initialSort]);
  return [view, setView] as const;
}
