import { expect, test } from "vitest";
import { type FoundEvent, judge, otherMonths } from "./rival-explanations-rules";

const span = { from: "2025-01-01", to: "2025-06-30" };
const compared = { span, hasBefore: true, compares: true, minimum: 5 };
const alone = { ...compared, compares: false };

/** People reached of 100 in either arm. */
function event(treated: number, control: number, change: Partial<FoundEvent> = {}): FoundEvent {
  const reached = { treated: { people: treated, of: 100 }, control: { people: control, of: 100 } };
  return { name: "Merger", kind: "reorganisation", from: "2025-03-01", to: null, where: "Co / A", reached, ...change };
}

test.each([
  ["alike", 60, 60],
  ["alike", 60, 55],
  ["uneven", 60, 54],
  ["uneven", 40, 20],
  ["uneven", 80, 60],
  ["rival", 41, 20],
  ["rival", 0, 100],
  ["elsewhere", 0, 0],
] as const)(
  "with a comparison group an event is %s where it reached %d and %d of a hundred",
  (verdict, treated, control) => {
    expect(judge(event(treated, control), compared)).toMatchObject({
      verdict,
      apart: expect.closeTo(Math.abs(treated - control) / 100, 12),
    });
  },
);

test.each([
  ["rival", 100],
  ["rival", 21],
  ["uneven", 20],
  ["elsewhere", 5],
  ["elsewhere", 0],
] as const)("without a comparison group an event is %s where it reached %d of a hundred", (verdict, treated) => {
  const reached = { treated: { people: treated, of: 100 } };
  expect(judge(event(0, 0, { reached }), alone).verdict).toBe(verdict);
});

test("what was there before and after alike is in both, unless nothing was measured before", () => {
  const lasting = event(100, 0, { from: "2024-01-01", to: null });
  expect(judge(lasting, compared).verdict).toBe("lasting");
  expect(judge({ ...lasting, to: "2025-06-30" }, compared).verdict).toBe("lasting");
  expect(judge({ ...lasting, to: "2025-06-29" }, compared).verdict).toBe("rival");
  expect(judge({ ...lasting, from: "2025-01-02" }, compared).verdict).toBe("rival");
  expect(judge(lasting, { ...compared, hasBefore: false }).verdict).toBe("rival");
});

test("shares about few people are not given, nor what follows from them; the verdict is of the true shares", () => {
  const found = judge(event(4, 60), compared);
  expect(found.shares).toEqual([
    { group: "treated", share: null },
    { group: "control", share: 0.6 },
  ]);
  expect(found).toMatchObject({ verdict: "rival", apart: null });
});

test("where nobody's place is known nothing is said about whom it reached", () => {
  expect(judge(event(0, 0, { reached: null }), compared)).toMatchObject({
    verdict: "unplaced",
    shares: [],
    apart: null,
  });
});

test("waves are compared where everybody is exposed in the end", () => {
  const reached = {
    "wave-1": { people: 50, of: 50 },
    "wave-2": { people: 40, of: 50 },
    "wave-3": { people: 30, of: 50 },
  };
  expect(judge(event(0, 0, { reached }), compared)).toMatchObject({ verdict: "rival", apart: expect.closeTo(0.4, 12) });
});

test("a follow-up in other months of the year is told from one in the same", () => {
  const winter = { from: "2024-11-01", to: "2025-01-31" };
  expect(otherMonths(winter, { from: "2025-12-10", to: "2026-02-01" })).toEqual([2]);
  expect(otherMonths(winter, { from: "2025-11-01", to: "2026-01-31" })).toEqual([]);
  expect(otherMonths({ from: "2023-06-01", to: "2025-01-31" }, { from: "2025-02-01", to: "2030-01-31" })).toEqual([]);
});
