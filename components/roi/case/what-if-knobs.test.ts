import { expect, test } from "vitest";
import { evaluateCase } from "@/lib/money/evaluate-case";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { givenCase, givenLine } from "@/test/given-case";
import { knobsOf } from "./what-if-knobs";

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
