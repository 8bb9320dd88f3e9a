import { expect, test } from "vitest";
import type { NotCounted } from "@/lib/money/case-result";
import type { AssumptionState } from "./initiative-money";
import { countedWords, whyNotCounted } from "./why-not-counted";

const assumptions = [{ id: "a", label: "Pieces a year" } as AssumptionState];
const words = (
  because: NotCounted | null,
  missing: string[] = [],
  status: "evaluated" | "not evaluated" = "evaluated",
) => countedWords({ result: { because, missing }, line: { grade: "D" }, money: { status, assumptions } });

test("every reason why a line is not counted has words of its own", () => {
  const all = Object.keys(whyNotCounted) as NotCounted[];
  expect(new Set(all.map((one) => words(one))).size).toBe(all.length);
  expect(all.every((one) => words(one).startsWith(`Not counted: ${whyNotCounted[one]}`))).toBe(true);
});

test("a line says which grade it has, and which values are open", () => {
  expect(words(null)).toBe("Counted");
  expect(words("grade")).toMatch(/^Not counted: .+ \(grade D\)$/);
  expect(words("missing", ["a"])).toBe("Not counted: nobody has stated a value it needs: Pieces a year");
  expect(words("unsourced", ["a", "b"])).toMatch(/comes from: Pieces a year, a value$/);
  expect(words("not_estimable", [], "not evaluated")).toMatch(/not evaluated yet/);
});
