import { expect, test } from "vitest";
import { type HelpRow, helpGroups, helpTotal } from "./help-figures";

const row = (id: string, change: Partial<HelpRow> = {}): HelpRow => ({
  id,
  requests: 40,
  months: 6,
  helperKnown: 38,
  minutesKnown: 36,
  minutes: 360,
  costKnown: 35,
  cost: 180,
  waitedKnown: 40,
  waitedMedian: 0.5,
  waitedMost: 4,
  questions: 30,
  three: 3,
  askers: 20,
  again: 8,
  helpers: 9,
  paid: 9,
  few: 0.5,
  ...change,
});

test("groups asked about by few are gathered, and one that would give them away with them", () => {
  const { groups, withheld } = helpGroups([row("a"), row("b", { askers: 8 }), row("c", { askers: 3, requests: 5 })], 5);
  expect(groups.map(({ id }) => id)).toEqual(["a"]);
  expect(withheld).toEqual({ groups: 2, requests: 45 });
});

test("time and pay of few helpers are withheld, and of another group that would tell them from the total", () => {
  const { groups } = helpGroups(
    [row("a"), row("b", { helpers: 2, paid: 2, few: 1 }), row("c", { helpers: 12, paid: 12 })],
    5,
  );
  const of = (id: string) => groups.find((group) => group.id === id);
  expect(of("b")).toMatchObject({
    minutes: "withheld",
    cost: "withheld",
    helpers: null,
    restsOnFew: true,
    requests: 40,
  });
  expect(of("a")).toMatchObject({ minutes: "withheld", cost: "withheld", helpers: 9 });
  expect(of("c")).toMatchObject({ minutes: 360, cost: 180, restsOnFew: false });
});

test("a topic keeps coming where it is asked in most months and two in five of the askers come back", () => {
  const keeps = (change: Partial<HelpRow>) => helpGroups([row("a", change)], 5).groups[0]?.keepsComing;
  expect(keeps({})).toBe(true);
  expect([keeps({ again: 7 }), keeps({ months: 3 }), keeps({ questions: 9 })]).toEqual([false, false, false]);
});

test("all together are withheld where too few asked, and nothing where nobody did", () => {
  expect(helpTotal(row("all", { askers: 4 }), 5)).toBe("withheld");
  expect(helpTotal(undefined, 5)).toBeNull();
  expect(helpTotal(row("all", { paid: 4 }), 5)).toMatchObject({ minutes: 360, cost: "withheld" });
});
