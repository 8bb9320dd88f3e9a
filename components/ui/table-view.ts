import type { Sort } from "./sort-rows";

/** What one sees of a table: the words it is filtered by, the order, the page from 0. */
export type TableView = { words: string; sort: Sort | null; page: number };

const names = (id: string) => ({ words: `${id}.filter`, sort: `${id}.sort`, page: `${id}.page` });

/** Reads a table's view from an address; what makes no sense there is left out. */
export function viewFrom(
  params: Pick<URLSearchParams, "get">,
  id: string,
  columns: readonly { id: string }[],
  initialSort: Sort | null,
): TableView {
  const name = names(id);
  const [, sign = "", column = ""] = /^(-?)(.*)$/.exec(params.get(name.sort) ?? "") ?? [];
  const known = columns.some((one) => one.id === column);
  const page = Number(params.get(name.page) ?? 1);
  return {
    words: params.get(name.words) ?? "",
    sort: known ? { column, descending: sign === "-" } : initialSort,
    page: Number.isInteger(page) && page > 0 ? page - 1 : 0,
  };
}

/** The parameters of an address with a table's view in place of the one they held; the view it begins with leaves no trace. */
export function withView(
  params: URLSearchParams,
  id: string,
  { words, sort, page }: TableView,
  initialSort: Sort | null,
): URLSearchParams {
  const name = names(id);
  const changed = new URLSearchParams(params);
  const put = (key: string, value: string) => (value ? changed.set(key, value) : changed.delete(key));
  const isInitial = sort?.column === initialSort?.column && sort?.descending === initialSort?.descending;
  put(name.words, words.trim());
  put(name.sort, sort && !isInitial ? `${sort.descending ? "-" : ""}${sort.column}` : "");
  put(name.page, page > 0 ? String(page + 1) : "");
  return changed;
}
