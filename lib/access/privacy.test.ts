import fc from "fast-check";
import { expect, test } from "vitest";
import { isSmallGroup, minimumPeople, withheldGroups } from "./privacy";

test("no setting goes under three", () => {
  expect([minimumPeople(1), minimumPeople(3), minimumPeople(8)]).toEqual([3, 3, 8]);
});

test("a group under the minimum is small; nobody is not a group", () => {
  expect([0, 1, 4, 5].map((people) => isSmallGroup(people, 5))).toEqual([false, true, true, false]);
});

test("one small group takes the next smallest with it", () => {
  const groups = [
    { id: "a", people: 4 },
    { id: "b", people: 30 },
    { id: "c", people: 12 },
  ];
  expect(withheldGroups(groups, 5)).toEqual(new Set(["a", "c"]));
});

test("two small groups that hide each other need no third", () => {
  const groups = [
    { id: "a", people: 4 },
    { id: "b", people: 3 },
    { id: "c", people: 12 },
  ];
  expect(withheldGroups(groups, 5)).toEqual(new Set(["a", "b"]));
});

test("two groups too small even together take a third with them", () => {
  const groups = [
    { id: "a", people: 1 },
    { id: "b", people: 2 },
    { id: "c", people: 12 },
    { id: "d", people: 40 },
  ];
  expect(withheldGroups(groups, 5)).toEqual(new Set(["a", "b", "c"]));
});

test("what is withheld is never one group and never fewer people than the minimum, unless it is everything", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 8 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 10 }), (people, setting) => {
      const groups = people.map((size, index) => ({ id: String(index), people: size }));
      const withheld = withheldGroups(groups, setting);
      const peopled = groups.filter((group) => group.people > 0);
      const hidden = peopled.filter((group) => withheld.has(group.id));
      for (const group of peopled) if (isSmallGroup(group.people, setting)) expect(withheld.has(group.id)).toBe(true);
      if (hidden.length > 0 && hidden.length < peopled.length) {
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, group) => sum + group.people, 0)).toBeGreaterThanOrEqual(minimumPeople(setting));
      }
    }),
  );
});
