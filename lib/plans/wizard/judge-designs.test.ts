import { expect, test } from "vitest";
import { designOf } from "@/lib/evaluation/designs/design-of";
import { seededRandom } from "@/lib/stats/random";
import { historyOf, personWith } from "@/test/wizard-people";
import { plannable, readChoices } from "./choices";
import { bestGrade, type Case, judge, judgeDesigns } from "./judge-designs";
import { noiseOf } from "./noise";
import { alternativesOf, lotsNeeded } from "./what-would-help";

function given(
  change: Record<string, string> = {},
  more: Partial<Case> = {},
  level: "person" | "team" = "person",
): Case {
  const random = seededRandom(2);
  const people = Array.from({ length: 160 }, (_, at) => {
    const lasting = 50 + 5 * random.normal();
    return personWith(
      `p${at}`,
      `t${at % 16}`,
      Array.from({ length: 12 }, () => lasting + 4 * random.normal()),
    );
  });
  const history = historyOf(people, level);
  const timing = { before: 3, after: 3, every: 1 };
  const noise = noiseOf(history, people, { ...timing, log: false });
  const transform = { log: false, mean: 50, direction: "up" as const };
  return { choices: readChoices(change), history, picked: new Set(), noise, transform, seed: 5, ...timing, ...more };
}
const order = (one: Case) =>
  judgeDesigns(one)
    .filter(({ obstacle }) => obstacle === null)
    .map(({ design }) => design);
const obstacles = (one: Case) =>
  Object.fromEntries(judgeDesigns(one).map(({ design, obstacle }) => [design, obstacle]));

test("the strongest that can be done comes first", () => {
  expect(order(given())).toEqual(["cluster_randomised", "phased", "before_after"]);
  expect(order(given({ shared: "no" }))[0]).toBe("randomised");
  expect(order(given({ wait: "turn" }))).toEqual(["phased", "before_after"]);
  expect(order(given({ wait: "none" }))).toEqual(["before_after"]);
  expect(order(given({ lots: "no" }, { picked: new Set(["t0", "t1", "t2"]) }))).toEqual(["comparison", "before_after"]);
});

test("what cannot be done says why", () => {
  expect(obstacles(given())).toMatchObject({ randomised: "shared-in-teams", comparison: "no-start-teams" });
  expect(obstacles(given({ shared: "no" }))).toMatchObject({ time_to_event: "no-event" });
  expect(obstacles(given({ wait: "none" }))).toMatchObject({
    phased: "all-at-once",
    cluster_randomised: "nobody-waits",
  });
  expect(obstacles(given({ lots: "no" }))).toMatchObject({ randomised: "no-lots", phased: "no-lots" });
  expect(obstacles(given({ shared: "no" }, {}, "team"))).toMatchObject({
    randomised: "team-kpi",
    cluster_randomised: null,
  });
  expect(obstacles(given({}, { picked: new Set(["t0", "t1", "t2"]) }))).toMatchObject({
    cluster_randomised: "too-few-teams",
    phased: "too-few-lots",
  });
  expect(obstacles(given({}, { noise: { kind: "none", reason: "too-few-periods" } }))).toMatchObject({
    cluster_randomised: "not-estimable",
  });
});

test("who starts is said by team, so a comparison is judged and drawn by team, whatever colleagues share", () => {
  const one = given({ lots: "no", shared: "no" }, { picked: new Set(["t0", "t1", "t2"]) });
  const found = judge("comparison", one);
  expect(found.lots).toMatchObject({ treated: 3, control: 13, byTeam: true });
  expect(found.precision).toMatchObject({ degreesOfFreedom: 14 });
});

test("an event that happens or not can be waited for", () => {
  const people = Array.from({ length: 40 }, (_, at) =>
    personWith(`p${at}`, `t${at % 4}`, [0, 0, at % 4 === 0 ? 1 : 0]),
  );
  const history = historyOf(people);
  const [found] = judgeDesigns({ ...given({ shared: "no" }), history, after: 1 }).filter(
    ({ design }) => design === "time_to_event",
  );
  // Ten events in equal arms: exp((1.95996 + 0.84162) / sqrt(10 / 4)).
  expect(found?.hazardRatio).toBeCloseTo(Math.exp(2.801585 / Math.sqrt(2.5)), 4);
  const half = { ...given({ shared: "no", design: "time_to_event", size: "20" }), history, after: 1 };
  // Of half the people half the events are to be expected.
  expect(judge("time_to_event", half).hazardRatio).toBeCloseTo(Math.exp(2.801585 / Math.sqrt(1.25)), 4);
});

test("grades are those the designs can reach", () => {
  for (const design of plannable) {
    const { random, compares } = designOf[design];
    expect(bestGrade[design]).toBe(random ? "A" : compares ? "B" : "D");
  }
});

test("more lots see less, and as many as it is said to take are enough", () => {
  const own = given({ design: "cluster_randomised" });
  const now = judge("cluster_randomised", own);
  const effect = (now.detectable?.effect ?? 0) / 2;
  const size = lotsNeeded(own, now, effect) ?? 0;
  const at = (lots: number) =>
    judge("cluster_randomised", { ...own, choices: { ...own.choices, size: lots } }).detectable?.effect ?? Number.NaN;
  expect(at(size)).toBeLessThanOrEqual(effect);
  expect(at(size - 2)).toBeGreaterThan(effect);
  expect(lotsNeeded(own, now, effect / 100)).toBeNull();
});

test("every trade that is offered sees more than the design in hand", () => {
  const own = given({ design: "cluster_randomised", size: "10" });
  const now = judge("cluster_randomised", own);
  const offered = alternativesOf(own, now);
  expect(offered.map(({ id }) => id)).toContain("all");
  for (const { judged } of offered) expect(judged.detectable?.effect).toBeLessThan(now.detectable?.effect ?? 0);
});
