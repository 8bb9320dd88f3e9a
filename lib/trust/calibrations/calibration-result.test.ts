import { expect, test } from "vitest";
import { calibrationResult, type GivenLevel } from "./calibration-result";

const behaviours = ["a", "b", "c"].map((id) => ({ id, statement: id.toUpperCase() }));
const lyon = { id: "l", name: "Lyon" };
const rome = { id: "r", name: "Rome" };

/** Six raters, three at each site; those of Rome are one level higher. */
const given: GivenLevel[] = [0, 1, 2, 3, 4, 5].flatMap((rater) =>
  [2, 3, 4].map((level, index) => ({
    rater: `${rater}`,
    site: rater < 3 ? lyon : rome,
    behaviourId: behaviours[index]?.id ?? "",
    level: rater < 3 ? level : level + 1,
  })),
);
const asked = { behaviours, expected: { a: 2, b: 3, c: 4 }, minimum: 3, viewer: null };

function known(found: ReturnType<typeof calibrationResult>) {
  if (found.kind !== "result") throw new Error(found.kind);
  return found;
}

test("worked by hand: half at the expected level, half one above", () => {
  const found = known(calibrationResult(given, asked));
  expect(found.raters).toBe(6);
  expect(found.behaviours[0]).toMatchObject({ levels: [0, 3, 3, 0, 0], mean: 2.5 });
  // Mean distance 0.5 with standard deviation root 0.3 over six: 0.5 -/+ 2.570582 x root (0.3 / 6).
  expect(found.behaviours[0]?.distance?.value).toBeCloseTo(0.5, 12);
  expect(found.behaviours[0]?.distance?.interval?.[0]).toBeCloseTo(0.5 - 2.5705818 * Math.sqrt(0.05), 6);
  // Of 15 pairs of raters 6 are of one site: the same level; all are at most one apart.
  expect(found.exact).toBeCloseTo(6 / 15, 12);
  expect(found.within).toBe(1);
  expect(found.sites.map(({ name, distance }) => [name, distance?.value])).toEqual([
    ["Lyon", 0],
    ["Rome", 1],
  ]);
});

test("the viewer is not of the others, and the others must be enough", () => {
  const found = known(calibrationResult(given, { ...asked, viewer: "0" }));
  expect(found).toMatchObject({ raters: 5, ofOthers: true });
  expect(found.behaviours[0]?.levels).toEqual([0, 2, 3, 0, 0]);
  expect(calibrationResult(given, { ...asked, viewer: "0", minimum: 6 })).toEqual({
    kind: "withheld",
    minimum: 6,
    own: true,
  });
  expect(calibrationResult(given, { ...asked, minimum: 7 })).toEqual({ kind: "withheld", minimum: 7, own: false });
});

test("a small site is withheld, and the other with it", () => {
  const found = known(calibrationResult(given.slice(3), asked));
  expect(found.sites.every(({ withheld }) => withheld)).toBe(true);
});

test("without expected levels sites are held against the mean of all; under three behaviours there is no alpha", () => {
  const found = known(calibrationResult(given, { ...asked, expected: {} }));
  expect(found.against).toBe("mean");
  expect(found.sites.map(({ distance }) => distance?.value)).toEqual([-0.5, 0.5]);
  expect(found.alpha?.value).toBeGreaterThan(0);
  const two = known(
    calibrationResult(
      given.filter(({ behaviourId }) => behaviourId !== "c"),
      { ...asked, behaviours: behaviours.slice(0, 2) },
    ),
  );
  expect(two.alpha).toBeNull();
});
