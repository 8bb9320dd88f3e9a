import { expect, test } from "vitest";
import { caseCosts } from "./case-costs";
import type { LedgerRow } from "./read-ledger";

const row = (changes: Partial<LedgerRow>): LedgerRow => ({
  id: "c",
  initiativeId: "i",
  item: "Licence",
  kind: "platform",
  amount: 100,
  currency: null,
  spentOn: "2025-01-01",
  endsOn: null,
  recurrence: "monthly",
  months: null,
  hours: null,
  note: null,
  own: true,
  revision: 1,
  rate: 1,
  rateFrom: null,
  rateSource: null,
  ...changes,
});
const running = (...rows: Partial<LedgerRow>[]) => caseCosts(rows.map(row), "2026-07-01").running;

test("what runs without an end costs twelve months of it a year, in the organisation's currency", () => {
  expect(running({}, { recurrence: "yearly", amount: 400 }, { recurrence: "one_off" })).toBeCloseTo(1600, 9);
  expect(running({ rate: 1.5 }, { rate: null })).toBeCloseTo(1800, 9);
});

test("what has ended costs nothing any more, and what ends soon costs what is left of it", () => {
  expect(running({ endsOn: "2026-06-30" }, { endsOn: "2025-12-31" })).toBe(0);
  expect(running({ endsOn: "2026-12-31" })).toBeCloseTo(600, -1);
  expect(running({ endsOn: "2030-12-31" })).toBeCloseTo(1200, 9);
});

test("what has not begun yet costs only the months that follow its first day", () => {
  expect(running({ spentOn: "2026-10-01" })).toBeCloseTo(900, -1);
  expect(running({ spentOn: "2026-10-01", endsOn: "2026-12-31" })).toBeCloseTo(300, -1);
  expect(running({ spentOn: "2027-08-01" })).toBe(0);
});
