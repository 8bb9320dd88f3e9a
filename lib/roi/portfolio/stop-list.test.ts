import { expect, test } from "vitest";
import type { Direction } from "@/lib/evaluation/result";
import { givenCost } from "@/test/given-case";
import { givenMoney } from "@/test/given-portfolio";
import type { ActivityYear } from "./activity-years";
import type { Advice } from "./advice-table";
import { byDelivery } from "./by-delivery";
import { stopListOf } from "./stop-list";

const activity = (code: string, changes: Partial<ActivityYear> = {}): ActivityYear => ({
  code,
  title: `The ${code}`,
  delivery: "destination",
  hours: 100,
  unknown: null,
  cost: 3000,
  ...changes,
});

const advised = (
  code: string,
  advice: Advice,
  activities: string[],
  changes: { direction?: Direction; rule?: string } = {},
) => ({
  money: givenMoney(code, {
    activities,
    direction: changes.direction ?? "better",
    case: { costs: [givenCost(), givenCost({ id: "licence", every: "month", amount: 9000 })] },
    running: 1000,
  }),
  given: { advice, rule: changes.rule ?? (advice === "stop" ? "no_effect" : "pays"), reason: "Because." },
});

test("stopping frees what still runs in the year ahead and the hours people spend on it; what was spent once is gone", () => {
  expect(stopListOf([advised("a", "stop", ["course"]), advised("b", "scale", [])], [activity("course")])).toMatchObject(
    {
      stopped: [{ title: "The a programme", running: 1000, hours: 100, hoursCost: 3000, kept: [], unknown: [] }],
      running: 1000,
      hours: 100,
      hoursCost: 3000,
    },
  );
});

test("what another initiative goes on with is not freed, and what two of them share counts once", () => {
  const years = [activity("course"), activity("quiz", { hours: 20, cost: 500 })];
  const found = stopListOf(
    [advised("a", "stop", ["course", "The quiz"]), advised("b", "stop", ["quiz"]), advised("c", "fix", ["course"])],
    years,
  );
  expect(found.stopped.map(({ hours, kept }) => [hours, kept])).toEqual([
    [20, ["The course"]],
    [0, []],
  ]);
  expect(found).toMatchObject({ hours: 20, hoursCost: 500 });
});

test("hours that cannot be told are unknown and not none, with why; a cost nobody knows is not nothing", () => {
  const few = activity("course", { hours: null, cost: null, unknown: "few" });
  const unseen = activity("quiz", { hours: null, cost: null, unknown: "none" });
  const ended = [advised("a", "stop", ["course"]), advised("b", "stop", ["quiz"])];
  expect(stopListOf(ended, [few, unseen])).toMatchObject({
    stopped: [
      { hours: null, hoursCost: null, unknown: [{ title: "The course", because: "few" }] },
      { hours: null, hoursCost: null, unknown: [{ title: "The quiz", because: "none" }] },
    ],
    hours: null,
    hoursCost: null,
  });
  expect(stopListOf(ended, [activity("course"), unseen])).toMatchObject({ hours: 100, hoursCost: 3000, atLeast: true });
  expect(stopListOf([advised("a", "stop", [])], [])).toMatchObject({ stopped: [{ hours: null }], hours: null });
  const unpaid = activity("quiz", { cost: null });
  expect(stopListOf([advised("a", "stop", ["quiz"])], [unpaid])).toMatchObject({
    hours: 100,
    hoursCost: null,
    atLeast: false,
  });
});

test("costs that wait for an exchange rate are counted, so that no spend of nothing is told of them", () => {
  const { money, given } = advised("a", "stop", ["course"]);
  const waiting = { item: "Writing", kind: "content" as const, amount: 500, currency: "USD" };
  const foreign = { given, money: { ...money, unconverted: [waiting, waiting] } };
  expect(stopListOf([foreign], []).stopped).toMatchObject([{ unconverted: 2 }]);
  expect(byDelivery([foreign, advised("b", "scale", [])], [])).toMatchObject([{ initiatives: 2, unconverted: 2 }]);
});

test("learning in the flow of work is counted by the same rule as learning apart from it, successes and failures", () => {
  const years = [activity("hint", { delivery: "in_flow" }), activity("course")];
  const found = byDelivery(
    [
      advised("a", "stop", ["hint"]),
      advised("b", "scale", ["hint"]),
      advised("c", "fix", ["hint", "course"], { rule: "chain_broken" }),
      advised("d", "wait", ["course"], { direction: "unclear", rule: "cannot_tell" }),
      advised("e", "wait", [], { rule: "not_over" }),
    ],
    years,
  );
  expect(
    found.map(({ delivery, worked, didNot, cannotTell, notSaid }) => [delivery, worked, didNot, cannotTell, notSaid]),
  ).toEqual([
    ["in_flow", 1, 1, 0, 0],
    ["destination", 0, 0, 1, 0],
    ["both", 1, 0, 0, 0],
    ["unknown", 0, 0, 0, 1],
  ]);
});
