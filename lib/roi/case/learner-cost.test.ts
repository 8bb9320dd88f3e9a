import { expect, test } from "vitest";
import { learnerCost } from "./learner-cost";

const time = { initiativeId: "i", people: 10, hours: 20, pricedPeople: 5, pricedHours: 12, cost: 360 };

test("hours without a price of their own cost what the organisation states", () => {
  expect(learnerCost(time, { hourlyCost: 40, minimum: 5 })).toMatchObject({ amount: 360 + 8 * 40, hours: 20 });
  expect(learnerCost(time, { hourlyCost: 40, minimum: 5 })?.item).toMatch(/8\.0 hours .* at the organisation’s$/);
});

test("without one they are said to be missing, and only the others count", () => {
  expect(learnerCost(time, { hourlyCost: null, minimum: 5 })).toMatchObject({
    amount: 360,
    hours: 12,
    item: /are not in it$/,
  });
});

test("the cost of few people is not told by a sum", () => {
  expect(learnerCost({ ...time, pricedPeople: 4 }, { hourlyCost: 40, minimum: 5 })).toMatchObject({ amount: 800 });
  expect(learnerCost({ ...time, pricedPeople: 4 }, { hourlyCost: null, minimum: 5 })).toBeNull();
});

test("few learners have no hours anybody is told", () => {
  expect(learnerCost({ ...time, people: 4, pricedPeople: 4 }, { hourlyCost: 40, minimum: 5 })).toBeNull();
});

test("where everybody has a price, nothing is said of the organisation's", () => {
  const all = { ...time, pricedPeople: 10, pricedHours: 20, cost: 600 };
  expect(learnerCost(all, { hourlyCost: 40, minimum: 5 })?.item).not.toMatch(/organisation/);
});

test("hours of a few people without a price are counted and not told", () => {
  const few = learnerCost({ ...time, pricedPeople: 9, pricedHours: 18.7, cost: 500 }, { hourlyCost: 40, minimum: 5 });
  expect(few?.amount).toBeCloseTo(500 + 1.3 * 40, 9);
  expect(few?.item).toMatch(/the hours of a few without a cost of an hour at the organisation’s$/);
});
