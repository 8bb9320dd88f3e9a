import fc from "fast-check";
import { expect, test } from "vitest";
import { type Candidate, chooseRound, isDue, mostOfOneAWeek, type Turns } from "./choose-round";
import { uncertainty } from "./uncertainty";

const asking = { left: 30, everyDays: 30, criticalEveryDays: 14 };
const never: Candidate = {
  subject: "ada",
  behaviourId: "b1",
  critical: false,
  uncertainty: 1,
  observedDaysAgo: null,
  skippedForDays: 0,
};
const keys = (chosen: Candidate[]) => chosen.map(({ subject, behaviourId }) => `${subject} ${behaviourId}`);

const candidate = fc.record({
  subject: fc.constantFrom("ada", "ben", "cyd", "dan", "eve", "fay"),
  behaviourId: fc.constantFrom("b1", "b2", "b3", "b4", "b5", "b6", "b7"),
  critical: fc.boolean(),
  uncertainty: fc.double({ min: 0, max: 1.4, noNaN: true }),
  observedDaysAgo: fc.option(fc.integer({ min: 0, max: 200 })),
  skippedForDays: fc.integer({ min: -30, max: 3 }),
});
const situation = fc.record({
  candidates: fc.uniqueArray(candidate, { selector: (one) => `${one.subject} ${one.behaviourId}`, maxLength: 42 }),
  turns: fc
    .dictionary(
      fc.constantFrom("ada", "ben", "cyd"),
      fc.record({ thisWeek: fc.integer({ min: 0, max: 6 }), unseenDays: fc.option(fc.integer({ min: 0, max: 300 })) }),
    )
    .map((had) => new Map<string, Turns>(Object.entries(had))),
  left: fc.integer({ min: 0, max: 40 }),
});

test("it asks for nothing but what is due, once, within the week's budget, and of nobody too often", () => {
  fc.assert(
    fc.property(situation, fc.string(), ({ candidates, turns, left }, seed) => {
      const chosen = chooseRound(candidates, turns, { ...asking, left }, seed);
      expect(chosen.length).toBeLessThanOrEqual(left);
      expect(new Set(keys(chosen)).size).toBe(chosen.length);
      for (const one of chosen) {
        expect(candidates).toContain(one);
        expect(isDue(one, asking)).toBe(true);
      }
      for (const subject of new Set(chosen.map((one) => one.subject))) {
        const had = turns.get(subject)?.thisWeek ?? 0;
        expect(had + chosen.filter((one) => one.subject === subject).length).toBeLessThanOrEqual(mostOfOneAWeek);
      }
    }),
  );
});

test("the same day and manager give the same round, whatever order the database answered in", () => {
  fc.assert(
    fc.property(situation, fc.string(), ({ candidates, turns, left }, seed) => {
      const once = chooseRound(candidates, turns, { ...asking, left }, seed);
      expect(keys(chooseRound([...candidates].reverse(), turns, { ...asking, left }, seed))).toEqual(keys(once));
    }),
  );
});

test("less certain is never asked later", () => {
  fc.assert(
    fc.property(situation, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (given, at, more) => {
      const { candidates, turns, left } = given;
      if (candidates.length === 0) return;
      const index = at % candidates.length;
      const place = (among: Candidate[]) => {
        const found = chooseRound(among, turns, { ...asking, left }, "seed").findIndex(
          (one) => one.subject === candidates[index]?.subject && one.behaviourId === candidates[index]?.behaviourId,
        );
        return found < 0 ? Number.POSITIVE_INFINITY : found;
      };
      const wider = candidates.map((one, i) => (i === index ? { ...one, uncertainty: one.uncertainty + more } : one));
      expect(place(wider)).toBeLessThanOrEqual(place(candidates));
    }),
  );
});

test("what was seen lately or skipped is not due; critical needs come back sooner", () => {
  expect(isDue({ ...never, observedDaysAgo: 29 }, asking)).toBe(false);
  expect(isDue({ ...never, observedDaysAgo: 30 }, asking)).toBe(true);
  expect(isDue({ ...never, observedDaysAgo: 14, critical: true }, asking)).toBe(true);
  expect(isDue({ ...never, skippedForDays: 1 }, asking)).toBe(false);
});

test("a critical need goes before a less certain other one, and everybody has a turn before anybody has two", () => {
  const given = [
    { ...never, behaviourId: "b1", uncertainty: 1.4 },
    { ...never, behaviourId: "b2", critical: true, uncertainty: 0.2 },
    { ...never, subject: "ben", behaviourId: "b1", uncertainty: 0.1 },
  ];
  const seen = new Map([
    ["ada", { thisWeek: 0, unseenDays: 5 }],
    ["ben", { thisWeek: 0, unseenDays: 5 }],
  ]);
  expect(keys(chooseRound(given, seen, asking, "x"))).toEqual(["ada b2", "ben b1", "ada b1"]);
  const benNever = new Map([["ada", { thisWeek: 0, unseenDays: 5 }]]);
  expect(keys(chooseRound(given, benNever, asking, "x"))[0]).toBe("ben b1");
});

test("over three months everybody of a large team is seen and nobody is hunted", () => {
  const team = Array.from({ length: 40 }, (_, i) => `p${i}`);
  const behaviours = ["b1", "b2", "b3", "b4", "b5"];
  const last = new Map<string, number>();
  const count = new Map<string, number>();
  for (let day = 0; day < 91; day += 1) {
    if (day % 7 > 4) continue;
    const monday = day - (day % 7);
    const daysOf = (subject: string) => behaviours.flatMap((behaviour) => last.get(`${subject} ${behaviour}`) ?? []);
    const turns = new Map(
      team.map((subject) => {
        const days = daysOf(subject);
        const unseenDays = days.length > 0 ? day - Math.max(...days) : null;
        return [subject, { thisWeek: days.filter((seen) => seen >= monday).length, unseenDays }];
      }),
    );
    const candidates = team.flatMap((subject, i) =>
      behaviours.map((behaviourId, at) => {
        const seen = last.get(`${subject} ${behaviourId}`);
        const ratings = seen === undefined ? [] : [{ level: 3, daysAgo: day - seen, weight: 1 }];
        // Half of the team has critical needs, which are always due again first.
        return {
          ...never,
          subject,
          behaviourId,
          critical: i % 2 === 0 && at < 3,
          observedDaysAgo: seen === undefined ? null : day - seen,
          uncertainty: uncertainty(ratings, 180),
        };
      }),
    );
    for (const { subject, behaviourId } of chooseRound(candidates, turns, { ...asking, left: 6 }, `${day}`)) {
      last.set(`${subject} ${behaviourId}`, day);
      count.set(subject, (count.get(subject) ?? 0) + 1);
    }
  }
  const counts = team.map((subject) => count.get(subject) ?? 0);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...counts)).toBeLessThanOrEqual(13 * 2);
});
