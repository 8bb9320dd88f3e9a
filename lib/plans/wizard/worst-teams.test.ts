import { expect, test } from "vitest";
import { historyOf, personWith } from "@/test/wizard-people";
import { selectionOf, teamsOf } from "./worst-teams";

// Four teams of one; earlier 1, 2, 3, 4, later 2, 2.5, 3, 3.5 (slope one half), now as earlier.
const history = historyOf([
  personWith("a", "a", [2, 1, 1]),
  personWith("b", "b", [2.5, 2, 2]),
  personWith("c", "c", [3, 3, 3]),
  personWith("d", "d", [3.5, 4, 4]),
]);
const timing = { before: 1, after: 1, direction: "down" as const };

test("the worst team comes first, where lower is better and where higher is", () => {
  expect(teamsOf(history, 1, "down").map(({ id }) => id)).toEqual(["d", "c", "b", "a"]);
  expect(teamsOf(history, 1, "up").map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
});

test("teams picked for being worst go half of their gap back, where half of a gap lasts", () => {
  // Earlier (before) is period 2, later (after) is period 3: the same values, so all of a gap lasts.
  const lasting = selectionOf(history, new Set(["d"]), timing);
  expect(lasting?.expected).toMatchObject({ expectedChange: expect.closeTo(0, 12) });
  const fading = historyOf(
    history.people.map((person) => ({ ...person, values: [0, person.values[1] ?? 0, person.values[0] ?? 0] })),
  );
  // Later 2, 2.5, 3, 3.5 on earlier 1, 2, 3, 4: b = 0.5; now 3.5 against a mean of 2.75: (1 - 0.5) x -0.75.
  const found = selectionOf(fading, new Set(["d"]), timing);
  expect(found?.expected).toMatchObject({
    kind: "regression-to-the-mean",
    carriedOver: expect.closeTo(0.5, 12),
    expectedChange: expect.closeTo(-0.375, 12),
  });
  expect(found?.worseBy).toBeCloseTo(0.75 / Math.sqrt(1.25 / 3), 12);
});

test("nothing is said of teams that are not worse, and of all of them", () => {
  expect(selectionOf(history, new Set(["a"]), timing)).toBeNull();
  expect(selectionOf(history, new Set(["a", "b", "c", "d"]), timing)).toBeNull();
  expect(selectionOf(history, new Set(["a"]), { ...timing, direction: "up" })).not.toBeNull();
});
