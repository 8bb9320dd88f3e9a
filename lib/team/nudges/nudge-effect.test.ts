import { expect, test } from "vitest";
import { isHeldOut } from "./hold-out";
import { nudgeEffect } from "./nudge-effect";

// 56 of 70 against 48 of 80 is the first example of Newcombe (1998), method 10: 0.0524 to 0.3339.
test("gives the published interval of a difference of shares", () => {
  const found = nudgeEffect(
    { shown: { n: 70, people: 70, learned: 56, applied: 9 }, heldOut: { n: 80, people: 80, learned: 48, applied: 3 } },
    true,
    5,
  );
  if (found.kind !== "estimate") throw new Error(found.kind);
  expect(found.learned).toMatchObject({ shown: 0.8, heldOut: 0.6, difference: expect.closeTo(0.2, 12) });
  expect(found.learned.interval[0]).toBeCloseTo(0.0524, 4);
  expect(found.learned.interval[1]).toBeCloseTo(0.3339, 4);
  expect(found.applied.difference).toBeCloseTo(9 / 70 - 3 / 80, 12);
});

test("says too early under enough person-weeks on either side, and off where nobody is held out", () => {
  const side = (n: number, people = n) => ({ n, people, learned: 0, applied: 0 });
  expect(nudgeEffect({ shown: side(200), heldOut: side(19) }, true, 5)).toEqual({
    kind: "too-early",
    followed: 219,
    least: 20,
    people: 5,
  });
  expect(nudgeEffect({ shown: side(19), heldOut: side(20) }, true, 5)).toMatchObject({ kind: "too-early" });
  expect(nudgeEffect({ shown: side(200), heldOut: side(0) }, false, 5)).toEqual({ kind: "off" });
  // Many weeks of few people are still few people.
  expect(nudgeEffect({ shown: side(200), heldOut: side(40, 4) }, true, 5)).toMatchObject({ kind: "too-early" });
  expect(nudgeEffect({ shown: side(200), heldOut: side(40, 5) }, true, 5)).toMatchObject({ kind: "estimate" });
});

test("who is held out is drawn by person and week: the same again, about the share, and anew each week", () => {
  const people = Array.from({ length: 4000 }, (_, index) => `person ${index}`);
  const held = (week: string, share: number) => people.filter((id) => isHeldOut("org", id, week, share));
  const first = held("2026-11-16", 0.1);
  expect(held("2026-11-16", 0.1)).toEqual(first);
  // Four standard errors around 400 of 4,000.
  expect(Math.abs(first.length - 400)).toBeLessThan(76);
  const both = held("2026-11-23", 0.1).filter((id) => first.includes(id));
  expect(both.length).toBeLessThan(75);
  expect(held("2026-11-16", 0)).toEqual([]);
  expect(held("2026-11-16", 1)).toHaveLength(4000);
  // A larger share holds out everybody a smaller one does.
  const more = new Set(held("2026-11-16", 0.3));
  expect(first.every((id) => more.has(id))).toBe(true);
});
