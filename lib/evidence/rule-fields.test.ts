import { expect, test } from "vitest";
import { changesOf, ruleGroups, valueAt } from "./rule-fields";
import { defaultRules, evidenceRulesInput } from "./rules";

const fields = ruleGroups.flatMap((group) => group.fields);

function withValue(path: string, value: number) {
  const [group = "", name] = path.split(".");
  const rules: Record<string, unknown> = { ...defaultRules };
  rules[group] = name ? { ...(rules[group] as object), [name]: value } : value;
  return rules;
}

test.each(fields)("the bounds said of $label are those of the rules", ({ path, least, most, whole }) => {
  const isTaken = (value: number) => evidenceRulesInput.safeParse(withValue(path, value)).success;
  expect([least, most].map(isTaken)).toEqual([true, true]);
  expect([least - 1, most + 1, most + 0.01].map(isTaken)).toEqual([false, false, false]);
  expect(isTaken((least + most) / 2 + 0.001)).toBe(!whole);
});

test("every number of the rules has its field", () => {
  const numbers = (value: unknown): number =>
    typeof value === "number"
      ? 1
      : value && typeof value === "object" && !Array.isArray(value)
        ? Object.values(value).reduce<number>((sum, one) => sum + numbers(one), 0)
        : 0;
  expect(fields).toHaveLength(numbers(defaultRules));
  expect(fields.every(({ path }) => Number.isFinite(valueAt(defaultRules, path)))).toBe(true);
});

test("a change is said with both values, and nothing else is", () => {
  const after = { ...defaultRules, halfLifeDays: 90, quiet: { ...defaultRules.quiet, from: "19:00" } };
  expect(changesOf(defaultRules, after, String)).toEqual([
    { label: "How evidence ages: half-life", from: "180 days", to: "90 days" },
    {
      label: "Quiet hours",
      from: "18:00 to 08:00, and all of Saturday and Sunday (UTC)",
      to: "19:00 to 08:00, and all of Saturday and Sunday (UTC)",
    },
  ]);
  expect(changesOf(defaultRules, { ...defaultRules }, String)).toEqual([]);
});

test("rules in which no source counts are refused", () => {
  const weights = { manager: 0, peer: 0, system: 0 };
  expect(evidenceRulesInput.safeParse({ ...defaultRules, weights }).error?.issues[0]?.message).toBe(
    "At least one source must count",
  );
});
