import { join } from "node:path";
import { CsvFile } from "./csv-file";

type Row = [event: string, kind: string, from: string, to: string | null, unit: string | null, note: string | null];

/** What else happened at Meridian Works, made up like the rest. No figure was moved by any of it, seasons aside. */
const rows: Row[] = [
  ["Half crews over the summer", "season", "2025-07-14", "2025-08-15", null, "Sites close in turn."],
  [
    "New release of the ticket system",
    "system_release",
    "2025-06-16",
    "2025-06-20",
    "Meridian Works / Customers / Customer Service",
    "Two days of slow screens, then as before.",
  ],
  [
    "Second shift in Logistics",
    "staffing",
    "2025-09-01",
    null,
    "Meridian Works / Operations / Logistics",
    "Twelve people hired for it.",
  ],
  [
    "Payroll joined Finance",
    "reorganisation",
    "2025-10-01",
    null,
    "Meridian Works / Services / Finance and People",
    null,
  ],
  ["Stocktaking at the end of the year", "season", "2025-12-15", "2026-01-05", "Meridian Works / Operations", null],
  [
    "List prices raised by 3%",
    "price_change",
    "2026-01-01",
    null,
    "Meridian Works / Customers",
    "All regions at once.",
  ],
  ["Two days a week at home", "policy", "2026-03-01", null, null, "Where the work allows it."],
];

export function writeCalendar(folder: string): number {
  const file = new CsvFile(join(folder, "calendar.csv"), ["event", "kind", "from", "to", "unit", "site", "note"]);
  for (const [event, kind, from, to, unit, note] of rows) file.add([event, kind, from, to, unit, null, note]);
  return file.close();
}
