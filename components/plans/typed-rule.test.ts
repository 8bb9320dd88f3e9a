import { expect, test } from "vitest";
import { ruleOf, typedRule } from "./typed-rule";

test.each([
  { column: "role", in: ["Trainee", "Temp"], reason: "other work" },
  { column: "tenure_months", below: 3, reason: "too new" },
  { column: "hourly_cost", above: 80, reason: "managers" },
])("a rule typed as it stands is the rule: $column", (rule) => {
  expect(ruleOf(typedRule(rule))).toEqual(rule);
});

test("blanks between commas are no values, and no number is no limit", () => {
  expect(ruleOf({ column: " role ", how: "in", value: " Trainee, ,", reason: " r " })).toEqual({
    column: "role",
    in: ["Trainee"],
    reason: "r",
  });
  expect(ruleOf({ column: "x", how: "below", value: " ", reason: "" }).below).toBeUndefined();
});
