import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import { withDays } from "./with-days";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });

test("days in a stored sentence are written out, and nothing else is touched", () => {
  expect(withDays("2 events between 2025-11-01 and 2026-06-30 (p = 0.21)", formats)).toBe(
    `2 events between ${formats.shortDate("2025-11-01")} and ${formats.shortDate("2026-06-30")} (p = 0.21)`,
  );
  expect(withDays("sha256:2025-11-0123", formats)).toBe("sha256:2025-11-0123");
});
