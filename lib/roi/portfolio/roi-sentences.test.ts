import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import type { ToldSunkHours } from "./read-sunk-hours";
import type { Roi } from "./roi";
import { rangeText, roiSentences } from "./roi-sentences";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const ranged = (central: number, interval: [number, number]) => ({ central, interval });

/** The part of a portfolio that sentences are read from. */
const given = (changes: Partial<Roi> = {}): Roi =>
  ({
    rows: [{ advice: "scale" }, { advice: "stop" }, { advice: "stop" }],
    rollUp: {
      spent: 412_000,
      benefit: ranged(1.4e6, [8e5, 2.1e6]),
      byGrade: [{ grade: "B", benefit: ranged(1.4e6, [8e5, 2.1e6]), lines: 2 }],
      returnOnInvestment: ranged(2.4, [0.94, 4.1]),
      lossProbability: 0.11,
    },
    unconverted: [],
    stops: { stopped: [{}, {}], running: 9600, hours: 1234, hoursCost: null, atLeast: false },
    day: "2026-11-23",
    ...changes,
  }) as Roi;
const hours = (sunkHours: number, unseenHours: number): ToldSunkHours =>
  ({ sunk: { hours: 2000, sunkHours, unseenHours } }) as ToldSunkHours;
const said = (roi: Roi, sunk: ToldSunkHours) => roiSentences(roi, sunk, formats).map(({ text }) => text);

test("three sentences say what was spent and came back, what to do, and what hours changed nothing", () => {
  expect(said(given(), hours(900, 600))).toEqual([
    "€412k went into 3 initiatives; €800k to €2.1m of what came back in the first year may be claimed, a return of 94% to 410%. The chance that less came back than was spent is 11%.",
    "The evidence says: scale 1, stop 2. Stopping frees €9,600 in the year from 23 November 2026 and 1,230 hours a year.",
    "Of 2,000 hours of learning that can be judged, in all activities and twelve months, 45% show no change in the skill they were for, and for 67% of those nobody looked.",
  ]);
});

test("hours of a reader's units say so, and hours that are not all known say at least", () => {
  const units = { ...hours(900, 600), of: "units" as const, units: ["North"] };
  const [, stop, sunk] = said(given({ stops: { ...given().stops, atLeast: true } }), units);
  expect(stop).toMatch(/ and at least 1,230 hours a year of your units\.$/);
  expect(sunk).toMatch(/^Of 2,000 hours of learning of your units that can be judged/);
  const unknown = { ...given().stops, hours: null, atLeast: true };
  expect(said(given({ stops: unknown }), units)[1]).toMatch(
    /Stopping frees €9,600 in the year from 23 November 2026\.$/,
  );
  expect(said(given(), { ...units, sunk: null })[2]).toBe(
    "How many hours of learning of your units changed nothing cannot be said: none are on file.",
  );
});

test("what is not known is said as not known", () => {
  const nothing = given();
  const without = { ...nothing.rollUp, byGrade: [] };
  expect(
    said({ ...nothing, rollUp: without, stops: { ...nothing.stops, stopped: [] } }, { sunk: null } as ToldSunkHours),
  ).toEqual([
    "€412k went into 3 initiatives, and nothing that came back can be counted yet.",
    "The evidence says: scale 1, stop 2. Nothing on file should be stopped.",
    "How many hours of learning changed nothing cannot be said: none are on file.",
  ]);
  expect(said({ ...nothing, rollUp: { ...without, spent: 0 } }, hours(0, 0))[0]).toBe(
    "No cost is on file for 3 initiatives, so whether they paid cannot be said.",
  );
  const waiting = [{ title: "A", item: "Licence", kind: "platform" as const, amount: 9000, currency: "PLN" }];
  expect(said({ ...nothing, unconverted: waiting, rollUp: { ...without, spent: 0 } }, hours(0, 0))[0]).toBe(
    "What 3 initiatives cost is not known, because no exchange rate was entered, so whether they paid cannot be said.",
  );
});

test("one initiative is it, not all of them", () => {
  const one = given({ rows: [{ advice: "wait" }] as Roi["rows"] });
  const unpaid = { ...one.rollUp, spent: 0, byGrade: [] };
  expect(said({ ...one, rollUp: unpaid, stops: { ...one.stops, stopped: [] } }, hours(0, 0)).slice(0, 2)).toEqual([
    "No cost is on file for one initiative, so whether it paid cannot be said.",
    "The evidence says: wait for it. Nothing on file should be stopped.",
  ]);
});

test("a range whose ends read the same is one amount", () => {
  expect(rangeText({ interval: [800_001, 800_002] }, formats)).toBe("€800k");
  expect(rangeText({ interval: [-500, 1200] }, formats)).toBe("−€500 to €1,200");
});
