import { expect, test } from "vitest";
import { lacksText } from "./lacks-text";

test("what a chain lacks is told in a row, each as within a sentence", () => {
  const of = (...names: string[]) => lacksText(names.map((what) => ({ what })));
  expect(of("A business KPI")).toBe("a business KPI");
  expect(of("A role", "The skill gap", "3 to 5 behaviours")).toBe("a role, the skill gap and 3 to 5 behaviours");
  expect(of()).toBe("");
});
