import { expect, test } from "vitest";
import { place, timeAxis } from "./timeline";

const of = (from: string, to: string | null) => ({ from, to });

test("the axis is whole months that hold everything, and what lasts reaches to today", () => {
  expect(timeAxis([of("2025-02-10", "2025-03-01"), of("2025-03-05", null)], "2025-04-02")).toMatchObject({
    from: "2025-02-01",
    to: "2025-04-30",
    ticks: [{ day: "2025-02-01", left: 0 }, { day: "2025-03-01", left: 28 / 89 }, { day: "2025-04-01" }],
  });
  expect(timeAxis([of("2025-06-05", null)], "2025-04-02")).toMatchObject({ from: "2025-06-01", to: "2025-06-30" });
  expect(timeAxis([], "2025-04-02")).toBeNull();
});

test("long spans write few months, and those that divide the year", () => {
  const axis = timeAxis([of("2024-11-15", "2026-10-31")], "2026-11-22");
  expect(axis?.ticks.map(({ day }) => day)).toEqual([
    "2025-01-01",
    "2025-04-01",
    "2025-07-01",
    "2025-10-01",
    "2026-01-01",
    "2026-04-01",
    "2026-07-01",
    "2026-10-01",
  ]);
});

test("a stretch lies by its days, both included, cut to the axis", () => {
  const axis = { from: "2025-01-01", to: "2025-04-10", ticks: [] };
  expect(place(of("2025-01-11", "2025-01-30"), axis)).toEqual({ left: 0.1, width: 0.2, open: false });
  expect(place(of("2024-01-01", null), axis)).toEqual({ left: 0, width: 1, open: true });
  expect(place(of("2025-04-10", "2025-05-01"), axis)).toEqual({
    left: 0.99,
    width: expect.closeTo(0.01, 12),
    open: true,
  });
  expect(place(of("2024-01-01", "2024-12-31"), axis)).toBeNull();
  expect(place(of("2025-04-11", null), axis)).toBeNull();
});
