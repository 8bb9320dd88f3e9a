import { expect, test } from "vitest";
import type { Sort } from "./sort-rows";
import { viewFrom, withView } from "./table-view";

const columns = [{ id: "name" }, { id: "people" }];
const byName: Sort = { column: "name", descending: false };
const read = (search: string, initial: Sort | null = null) =>
  viewFrom(new URLSearchParams(search), "staff", columns, initial);

test("what is put into an address is read from it again, beside what else stands there", () => {
  const view = { words: "ada love", sort: { column: "people", descending: true }, page: 2 };
  const params = withView(new URLSearchParams("scope=all&other.filter=x"), "staff", view, byName);

  expect(params.get("scope")).toBe("all");
  expect(params.get("other.filter")).toBe("x");
  expect(viewFrom(params, "staff", columns, byName)).toEqual(view);
  expect(viewFrom(params, "other", columns, byName)).toEqual({ words: "x", sort: byName, page: 0 });
});

test("the view a table begins with leaves no trace, and taking a filter away removes it", () => {
  const filtered = withView(new URLSearchParams(), "staff", { words: "a", sort: byName, page: 1 }, byName);
  expect(filtered.toString()).toBe("staff.filter=a&staff.page=2");
  expect(withView(filtered, "staff", { words: " ", sort: byName, page: 0 }, byName).toString()).toBe("");
});

test.each([
  ["staff.sort=salary", byName],
  ["staff.sort=-", byName],
  ["staff.sort=", byName],
  ["staff.sort=-name", { column: "name", descending: true }],
])("%s is read as an order by %j", (search, sort) => {
  expect(read(search, byName).sort).toEqual(sort);
});

test.each(["0", "-1", "1.5", "many"])("page %s is the first one", (page) => {
  expect(read(`staff.page=${page}`).page).toBe(0);
});
