import { expect, test } from "vitest";
import { balanceOf, type SkillTime, type TaskTrouble } from "./balance";

const task = (change: Partial<TaskTrouble>): TaskTrouble => ({
  key: "t",
  task: "refund",
  role: "clerk",
  jobs: 200,
  wrong: 0,
  escalated: 0,
  assisted: 0,
  minutes: null,
  skillIds: ["a"],
  ...change,
});
const time = (skillId: string, hours: number, known = true): SkillTime => ({ skillId, skill: skillId, hours, known });
const of = (skillId: string, found: ReturnType<typeof balanceOf>) =>
  found.skills.find((one) => one.skillId === skillId);

test("the trouble of a task is split evenly over the skills it needs, and shares add up to one", () => {
  // Refunds: 40 + 10 + 10 cases for a and b, 30 each. Filing: 20 for b alone. Of 80 cases a has 30, b 50; of 40 hours a has 30.
  const found = balanceOf(
    [
      task({ wrong: 40, escalated: 10, assisted: 10, minutes: 90, skillIds: ["a", "b"] }),
      task({ key: "f", task: "file", jobs: 100, wrong: 20, skillIds: ["b"] }),
    ],
    [time("a", 30), time("b", 10)],
  );
  expect(found).toMatchObject({ hours: 40, trouble: 80, elsewhere: 0 });
  expect(of("a", found)).toMatchObject({ jobs: 200, wrong: 40, escalated: 10, assisted: 10, minutes: 90 });
  expect(of("a", found)).toMatchObject({ shareOfHours: 0.75, shareOfTrouble: 0.375, ratio: { value: 0.5 } });
  expect(of("b", found)).toMatchObject({ jobs: 300, wrong: 60, shareOfHours: 0.25, shareOfTrouble: 0.625 });
  expect(of("b", found)?.ratio?.value).toBeCloseTo(2.5, 12);
  // Exact limits of a Poisson count, as tables have them: of 50 they are 37.11 and 65.92, where 20 were expected; of 30 at most 42.83, of 60.
  expect(of("b", found)?.ratio?.interval[0]).toBeCloseTo(37.11 / 20, 3);
  expect(of("b", found)?.ratio?.interval[1]).toBeCloseTo(65.92 / 20, 3);
  expect(of("a", found)?.ratio?.interval[1]).toBeCloseTo(42.83 / 60, 3);
  expect(found.skills.map(({ skillId, verdict }) => [skillId, verdict])).toEqual([
    ["b", "more-trouble"],
    ["a", "more-learning"],
  ]);
});

test("what lies near its share is in balance, few cases say nothing, and time nobody knows is not none", () => {
  const tasks = [task({ wrong: 100 }), task({ key: "u", assisted: 100, skillIds: ["b"] })];
  const even = balanceOf(tasks, [time("a", 10), time("b", 10)]);
  expect(even.skills.map(({ verdict }) => verdict)).toEqual(["in-balance", "in-balance"]);
  const few = balanceOf([task({ wrong: 20 }), task({ key: "u", skillIds: ["b"] })], [time("a", 1), time("b", 9)]);
  expect(few.skills.map(({ verdict }) => verdict)).toEqual(["too-few", "too-few"]);
  const unknown = balanceOf(tasks, [time("a", 10, false), time("b", 10)]);
  expect(of("a", unknown)).toMatchObject({ shareOfHours: null, shareOfTrouble: null, verdict: "time-not-known" });
  // Hours that are not known make no other skill's share of them larger: b alone is known, and has all of what is.
  expect(of("b", unknown)).toMatchObject({ shareOfHours: 1, shareOfTrouble: 1, verdict: "in-balance" });
  expect(balanceOf(tasks, [time("a", 0), time("b", 0)]).skills[0]).toMatchObject({
    shareOfHours: null,
    ratio: null,
    verdict: "time-not-known",
  });
});

test("a skill without any learning time has trouble and no ratio", () => {
  const found = balanceOf([task({ wrong: 50 }), task({ key: "u", skillIds: ["b"] })], [time("a", 0), time("b", 5)]);
  expect(of("a", found)).toMatchObject({ shareOfHours: 0, shareOfTrouble: 1, ratio: null, verdict: "more-trouble" });
  expect(found.skills[0]?.skillId).toBe("a");
});

test("trouble for which no skill is named is in no share, a skill no task needs is left out, and unknown minutes are not nought", () => {
  const found = balanceOf(
    [task({ wrong: 40, minutes: "withheld" }), task({ key: "u", wrong: 7, minutes: 60, skillIds: [] })],
    [time("a", 3), time("idle", 50)],
  );
  expect(found).toMatchObject({ hours: 3, trouble: 40, elsewhere: 7 });
  expect(found.skills).toMatchObject([{ skillId: "a", minutes: "withheld", shareOfHours: 1 }]);
  expect(balanceOf([task({})], [time("a", 3)]).skills[0]?.minutes).toBeNull();
});
