import { expect, test } from "vitest";
import type { TransferTable } from "@/lib/evaluation/ladder/ladder";
import { transferShares } from "./transfer-shares";

const table = (strong_good: number, strong_poor: number, weak_good: number, weak_poor: number): TransferTable => ({
  activity: null,
  behaviour: null,
  by: "score",
  cut: { kind: "median", value: 0.8 },
  median: 10,
  cells: { strong_good, strong_poor, weak_good, weak_poor },
});
const shares = (...cells: Parameters<typeof table>) => transferShares(table(...cells), 5, 0.95);

test("shares of those who surprise, with Wilson's intervals and Newcombe's difference", () => {
  // Newcombe (1998), method 10, of 56 of 70 less 48 of 80: 0.2 (0.0524 to 0.3339), as published.
  const found = shares(56, 14, 48, 32);
  if (found.kind !== "shares") throw new Error("withheld");
  expect(found.people).toBe(150);
  expect(found.falsePositive).toMatchObject({ count: 14, of: 70, share: 0.2 });
  expect(found.falsePositive.interval[0]).toBeCloseTo(0.123, 4);
  expect(found.falsePositive.interval[1]).toBeCloseTo(0.3082, 4);
  expect(found.reverse).toMatchObject({ count: 48, of: 80, share: 0.6 });
  expect(found.gap.value).toBeCloseTo(0.2, 12);
  expect(found.gap.interval[0]).toBeCloseTo(0.0524, 4);
  expect(found.gap.interval[1]).toBeCloseTo(0.3339, 4);
  expect(found.tells).toBe("more");
});

test("training that tells nothing, and training that misleads", () => {
  expect(shares(20, 20, 20, 20)).toMatchObject({ tells: "nothing" });
  expect(shares(10, 40, 40, 10)).toMatchObject({ tells: "less" });
});

test("one cell under the minimum withholds the whole table, an empty one too", () => {
  expect(shares(40, 40, 40, 4)).toEqual({ kind: "withheld" });
  expect(shares(40, 0, 40, 40)).toEqual({ kind: "withheld" });
  expect(shares(5, 5, 5, 5).kind).toBe("shares");
});
