import { expect, test } from "vitest";
import { evaluateCase } from "@/lib/money/evaluate-case";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { givenCase, givenLine } from "@/test/given-case";
import { knobsOf, movable, whyNothingLasts } from "./what-if-knobs";

test("what may be moved is every effect and every stated value once, with what the case uses between its ends", () => {
  const given = givenCase({ lines: [givenLine({ id: "a" }), givenLine({ id: "b", effect: null })] });
  const [line] = given.lines;
  if (!line) throw new Error("There is a line");
  const result = evaluateCase(given, {}, 200);
  const money = {
    case: given,
    result,
    lines: given.lines.map(({ id }) => ({ id, title: id, kpi: { name: "Errors", unit: "share" } })),
    assumptions: line.factors.map(({ key, assumption }) => ({ ...assumption, label: key, unit: "" })),
  } as unknown as InitiativeMoney;
  const knobs = knobsOf(money);
  expect(knobs.map(({ key }) => key)).toEqual([
    "effect a",
    ...line.factors.map(({ assumption }) => assumption.id),
    given.years.id,
    given.persistence.id,
  ]);
  for (const { from, to, value } of knobs) expect(from <= value && value <= to).toBe(true);
  // Nobody stated what is left of it a year later: nothing is.
  expect(knobs.at(-1)?.value).toBe(0);
  const [effect] = knobs;
  expect(effect?.value).toBe(line.effect?.improvement);
  // As in the case: nothing moves.
  const same = evaluateCase(
    given,
    {
      overrides: Object.fromEntries(
        knobs
          .slice(1)
          .filter(({ lasting }) => !lasting)
          .map(({ key, value }) => [key, value]),
      ),
    },
    200,
  );
  expect(same.benefit.central).toBeCloseTo(result.benefit.central, 9);
});

test("three years may be tried where nobody stated how long it lasts, and until then it is said why nothing moves", () => {
  const years = { id: "lasts", value: null, low: null, high: null, alternatives: [], source: null };
  const given = givenCase({ lines: [givenLine()], years, persistence: { ...years, id: "left" } });
  const result = evaluateCase(given, {}, 200);
  const money = { case: given, result, lines: [], assumptions: [] } as unknown as InitiativeMoney;
  const off = { overrides: {}, switchedOff: ["first_year_only" as const] };
  expect(movable(knobsOf(money), { ...off, switchedOff: [] })).toEqual([]);
  expect(movable(knobsOf(money), off).map(({ key }) => key)).toEqual(["lasts", "left"]);
  expect(whyNothingLasts(given, { ...off, switchedOff: [] })).toBeNull();
  expect(evaluateCase(given, off, 200).benefit.central).toBe(result.benefit.central);
  expect(whyNothingLasts(given, off)).toBe(
    "Nobody has stated how many years it lasts and what is left of it each following year, so nothing after the first year is counted. Move “Years counted” and “Left of the effect each following year” to try it.",
  );
  const some = { ...off, overrides: { lasts: 3 } };
  expect(evaluateCase(given, some, 200).benefit.central).toBe(result.benefit.central);
  expect(whyNothingLasts(given, some)).toMatch(/^Nobody has stated what is left of it .* Move “Left of the effect/);
  const all = { ...off, overrides: { lasts: 3, left: 0.5 } };
  expect(whyNothingLasts(given, all)).toBeNull();
  expect(evaluateCase(given, all, 200).benefit.central).toBeCloseTo(1.75 * result.benefit.central, 8);
});
