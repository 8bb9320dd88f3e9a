import { expect, test } from "vitest";
import type { GroupDimension, GroupEffect, Subgroups } from "@/lib/evaluation/subgroups/subgroups";
import { spreadText, subgroupMethod, subgroupSentence } from "./subgroup-words";

type Estimated = Extract<Subgroups, { status: "estimated" }>;

const group = (name: string, difference: number, adjusted: number): GroupEffect => ({
  group: name,
  n: { treated: 20, control: 20 },
  estimate: difference,
  standard_error: 1,
  ci: [difference - 2, difference + 2],
  shrunken: null,
  difference,
  p: adjusted / 2,
  p_adjusted: adjusted,
});

const subgroups = (groups: GroupEffect[], more: Partial<Estimated> = {}): Estimated => ({
  status: "estimated",
  compares: "change",
  errors: "welch",
  confidence: 0.95,
  minimum: 5,
  dimensions: [{ dimension: "role", groups, withheld: 0, not_estimable: [], between: null }],
  ...more,
});

test("where no group is told apart, that is the sentence", () => {
  const found = subgroupSentence(subgroups([group("Agents", 3, 0.06), group("Clerks", -1, 0.9)]), "up");
  expect(found).toBe("No sign that it worked better for some than for others.");
});

test("groups told apart are named on the side that is good for the KPI, as a lead and not a finding", () => {
  const all = subgroups([group("Agents", 3, 0.01), group("Clerks", -1, 0.04), group("Drivers", 2, 0.02)]);
  expect(subgroupSentence(all, "up")).toMatch(
    /better for “Agents” and “Drivers” and less well for “Clerks”.*not a finding/,
  );
  expect(subgroupSentence(all, "down")).toMatch(/better for “Clerks” and less well for “Agents” and “Drivers”/);
});

test("nobody large enough is said, and how it was compared is named for each design", () => {
  expect(subgroupSentence(subgroups([]), "up")).toMatch(/^No group .* is large enough/);
  expect(subgroupMethod(subgroups([group("Agents", 1, 1)]), true)).toMatch(
    /two periods \(not wave by wave\).*for 1 groups/,
  );
  expect(subgroupMethod(subgroups([], { compares: "adjusted", errors: "cr2" }), false)).toMatch(
    /one slope for everybody; errors by cluster/,
  );
});

test("a spread is a number where it is clear of zero, else what cannot be ruled out", () => {
  const dimension = (low: number, high: number): GroupDimension => ({
    dimension: "site",
    groups: [],
    withheld: 0,
    not_estimable: [],
    between: {
      mean: 1,
      ci: [0, 2],
      tau: low,
      tau_ci: [low, high],
      q: 3,
      df: 2,
      p: 0.2,
      i_squared: 0,
      i_squared_ci: [0, 1],
    },
  });
  const text = (size: number) => `${size} points`;
  expect(spreadText(dimension(0.5, 2), text)).toMatch(
    /differ between sites by about 0.5 points .*0.5 points to 2 points/,
  );
  expect(spreadText(dimension(0, 2), text)).toMatch(/no more than chance.*up to 2 points/);
  expect(spreadText(dimension(0, 0), text)).toMatch(/less than chance alone/);
});
