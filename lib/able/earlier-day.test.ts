import { expect, test } from "vitest";
import { earlierDay } from "./earlier-day";

const from = (first: string, day: string) => earlierDay(day, { first, last: day });

test("a year before, where half a year is on file by then; else the first such day", () => {
  expect(from("2024-01-01", "2026-10-31")).toBe("2025-10-31");
  expect(from("2025-08-01", "2026-10-31")).toBe("2026-01-31");
  expect(from("2020-01-01", "2024-02-29")).toBe("2023-02-28");
});

test("no day so near that the same evidence would count at both", () => {
  expect(from("2025-11-01", "2026-10-31")).toBe("2026-04-30");
  expect(from("2025-12-01", "2026-10-31")).toBeNull();
  expect(from("2026-09-01", "2026-10-31")).toBeNull();
});
