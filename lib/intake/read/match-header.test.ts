import { expect, test } from "vitest";
import { text } from "@/lib/intake/column";
import { complaints, matchHeader } from "./match-header";

const columns = [text("employee_id", { required: true }), text("name")];

test("what is not known is named with its place", () => {
  expect(matchHeader(columns, ["Employee ID", "age", "reason"]).unknown).toEqual([
    { name: "age", at: 1 },
    { name: "reason", at: 2 },
  ]);
});

test("a mended download of rejected rows brings no attributes that were our own complaints", () => {
  const match = matchHeader(columns, ["employee_id", "age", ...complaints]);
  expect(match).toEqual({ positions: [0, -1], unknown: [{ name: "age", at: 1 }] });
});
