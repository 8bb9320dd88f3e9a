import { expect, test } from "vitest";
import { toolEffects } from "./tool-effects";
import type { ToolSums } from "./works-sql";

/** Somebody's gains over one quarter each: `mean` with a spread of 1 over `people`. */
function side(item: string, used: boolean, people: number, mean: number): ToolSums {
  return {
    skillId: "s",
    skill: "Listening",
    item,
    name: item,
    used,
    people,
    numerator: mean * people,
    denominator: people,
    numeratorM2: people - 1,
    denominatorM2: 0,
    crossM2: 0,
  };
}
const item = (name: string, users: number, mean: number, others = 100) => [
  side(name, true, users, mean),
  side(name, false, others, 0),
];

test("a small group's luck is pulled in further than a large group's", () => {
  const sums = [
    ...item("few", 6, 1.2),
    ...item("many", 400, 0.5, 400),
    ...item("flat", 300, 0, 300),
    ...item("low", 200, -0.3, 200),
  ];
  const { effects, pool } = toolEffects(sums, 5);
  const of = (name: string) => {
    const state = effects.find((effect) => effect.item === name)?.state;
    if (state?.kind !== "compared" || !state.shrunken) throw new Error(`${name} is not shrunken`);
    return { ...state, shrunken: state.shrunken };
  };
  expect(of("few").shrunken.pull).toBeGreaterThan(3 * of("many").shrunken.pull);
  expect(of("few").stands).toBe("not-distinguishable");
  expect(of("many").stands).toBe("above");
  expect(of("many").estimate).toBeCloseTo(0.5, 12);
  expect(Math.abs(of("few").shrunken.value - (pool?.mean ?? 0))).toBeLessThan(Math.abs(1.2 - (pool?.mean ?? 0)));
});

test("under the minimum on a side, or refused, is withheld and pooled with nothing", () => {
  const sums = [...item("few", 4, 2), ...item("most", 40, 1, 3), ...item("refused", 50, 1)];
  const { effects, pool } = toolEffects(sums, 5, new Set(["s refused"]));
  expect(effects.map(({ state }) => state.kind)).toEqual(["withheld", "withheld", "withheld"]);
  expect(pool).toBeNull();
});

test("where everybody used it there is before and after only", () => {
  const { effects } = toolEffects([side("all", true, 50, 0.2)], 5);
  expect(effects[0]?.state).toMatchObject({ kind: "before-after", value: expect.closeTo(0.2, 12), users: 50 });
});

test("under four effects nothing is shrunken", () => {
  const { effects, pool } = toolEffects([...item("one", 50, 0.1), ...item("two", 60, 0.3)], 5);
  expect(pool).toBeNull();
  expect(effects.every(({ state }) => state.kind === "compared" && state.shrunken === null)).toBe(true);
});
