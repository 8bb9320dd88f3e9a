import { expect, test } from "vitest";
import { type LearnedRow, sunkHoursOf } from "./sunk-hours";

const part = (people: number, priced = people) => ({ people, hours: people, cost: 40 * priced, priced });
const row = (people: number): LearnedRow => ({
  activityId: "a",
  code: "V",
  title: "The video",
  delivery: null,
  skillId: "s",
  skill: "Checking",
  people,
  hours: people,
  cost: 40 * people,
  priced: people,
  changed: part(0),
  unchanged: part(people),
  unseen: part(0),
});

test("nothing of what is withheld tells how many people it is of", () => {
  const [shown] = sunkHoursOf([row(3)], 5).rows;
  expect(shown).toMatchObject({ withheld: true, people: 0, hours: 0, cost: null, sunk: null });
  expect(JSON.stringify(shown)).not.toMatch(/3|120/);
  expect(sunkHoursOf([row(6)], 5)).toMatchObject({ hours: 6, sunkHours: 6, sunkCost: 240 });
});

test("a cost that would tell what one person's hour costs is not told, by itself or by what is left", () => {
  const learned = { ...row(12), changed: part(6, 1), unchanged: part(6), priced: 7, cost: 40 * 7 };
  expect(sunkHoursOf([learned], 5).rows[0]?.sunk).toMatchObject({ hours: 6, cost: null });
  expect(sunkHoursOf([{ ...learned, changed: part(6, 0) }], 5).rows[0]?.sunk).toMatchObject({ hours: 6, cost: 240 });
});
