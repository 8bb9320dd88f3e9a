import { expect, test } from "vitest";
import { csvText } from "@/components/ui/csv-text";
import { textOf } from "@/components/ui/table-types";
import { formatsFor } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import type { RollOutPicture, Wave } from "@/lib/initiatives/roll-out-picture";
import { groupTimeLines, groupTimeTable } from "./group-time-rows";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const scale = effectScale({ code: "defects", unit: "share" }, { transform: {} });
const wave = (name: string, change: Partial<Wave>): Wave => {
  return { name, n: 78, clusters: 10, single: false, withheld: false, ...change };
};
const picture: RollOutPicture = {
  waves: [
    wave("2025-05", {}),
    wave("2025-06", { n: 20, clusters: 1, single: true }),
    wave("2025-07", { withheld: true }),
  ],
  periods: ["2025-04", "2025-05", "2025-06", "2025-07"],
  effects: [
    { wave: "2025-05", period: "2025-05", since: 0, estimate: -0.005, interval: [-0.012, 0.002] },
    { wave: "2025-06", period: "2025-05", since: -1, estimate: 0.004, interval: null },
  ],
  refused: [{ wave: "2025-06", period: "2025-06", reason: "no-variation" }],
  events: [],
  after: { estimate: 0, interval: null },
};
const given = { picture, scale, period: "month", units: "people", minimum: 5, formats };

test("a column per wave says how large it is, that it is a single one, or why it is not shown", () => {
  expect(groupTimeTable(given).columns.map(({ header }) => header)).toEqual([
    "In",
    "Exposed May 2025, 78 people in 10 clusters",
    "Exposed Jun 2025, a single one: errors too small",
    "Exposed Jul 2025, fewer than 5 people",
  ]);
});

test("effects stand in points with their interval, in brackets before exposure; what was refused is empty", () => {
  const texts = groupTimeTable(given).rows.map(({ cells }) => Object.values(cells).map(textOf));
  expect(texts).toEqual([
    ["May 2025", "−0.5 (−1.2 to 0.2)", "[+0.4]", "withheld"],
    ["Jun 2025", "", "", "withheld"],
  ]);
});

test("the file holds a line per effect that may be shown, in full", () => {
  const { columns, rows } = groupTimeLines(given);
  expect(csvText(columns, rows).trim().split("\r\n")).toEqual([
    'First exposed,Period,Periods since exposure,"Effect, points",Interval from,Interval to',
    "2025-05,2025-05,0,-0.5,-1.2,0.2",
    "2025-06,2025-05,-1,0.4,,",
  ]);
});
