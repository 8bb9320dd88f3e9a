import { expect, test } from "vitest";
import { csvText } from "@/components/ui/csv-text";
import { formatsFor } from "@/lib/format/formats";
import { eventStudyExtent, eventStudyTable, timeText, timeTicks } from "./event-study-rows";
import type { EventStudyPoint } from "./event-study-types";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const points: EventStudyPoint[] = [
  { time: -1, shown: { value: 0.1, interval: [-0.5, 0.7], band: [-0.9, 1.1] } },
  { time: 0, shown: { value: 2, interval: null, band: null } },
  { time: 1, shown: null },
];

test("the scale holds zero, every interval and every band, and nothing of what is withheld", () => {
  expect(eventStudyExtent({ points })).toEqual([0, 0.1, -0.5, 0.7, -0.9, 1.1, 2]);
  expect(eventStudyExtent({ points: [] })).toEqual([0]);
});

test("the axis names zero and an even step around it", () => {
  const times = Array.from({ length: 14 }, (_, at) => at - 6);
  expect(timeTicks(times, 20)).toEqual(times);
  expect(timeTicks(times, 7)).toEqual([-6, -4, -2, 0, 2, 4, 6]);
  expect(timeTicks(times, 5)).toEqual([-6, -3, 0, 3, 6]);
});

test("a time is told in the periods of the plan", () => {
  const month = ["month", "months"] as const;
  expect([-2, -1, 0, 1].map((time) => timeText(time, month))).toEqual([
    "2 months before",
    "1 month before",
    "the month of first exposure",
    "1 month after",
  ]);
});

test("the file holds every end in full, and a withheld time holds no number", () => {
  const table = eventStudyTable({ points, unit: "points", period: ["month", "months"] }, formats);
  expect(csvText(table.columns, table.rows).split("\r\n")).toEqual([
    'Months since exposure,"Effect, points",Interval from,Interval to,Band from,Band to',
    "-1,0.1,-0.5,0.7,-0.9,1.1",
    "0,2,,,,",
    "1,,,,,",
    "",
  ]);
});
