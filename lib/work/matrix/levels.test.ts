import { expect, test } from "vitest";
import type { TaskFigures } from "@/lib/work/figures/task-figures";
import { differenceWords, quadrantOf } from "./advice";
import { computedPlaces } from "./levels";

type Given = { jobs: number; trouble: number; minutes?: number | null; value?: number | null; known?: number };

function task(taskId: string, all: number, given: Given): TaskFigures {
  const { jobs, trouble, minutes = null, value = null, known = jobs } = given;
  const signal = (share: number) => ({ count: share * known, of: known, share, rest: null, apart: null });
  return {
    roleId: "r",
    taskId,
    people: 20,
    jobs,
    perPersonMonth: jobs / 120,
    shareOfJobs: jobs / all,
    minutes,
    value,
    minutesKnown: minutes === null ? 0 : jobs,
    valueKnown: value === null ? 0 : jobs,
    signals: { wrong: signal(trouble), escalated: signal(0), assisted: null, asked: null },
    alone: null,
  };
}

const role = (jobs: number) => ({ roleId: "r", people: 20, personMonths: 120, jobs });

test("frequency is the share of the role's jobs, impact what a job loses against the role's average", () => {
  const all = 400;
  const places = computedPlaces(role(all), [
    task("often", all, { jobs: 300, trouble: 0.02, minutes: 10 }),
    task("hard", all, { jobs: 80, trouble: 0.2, minutes: 30 }),
    task("rare", all, { jobs: 20, trouble: 0.5, minutes: 60, known: 20 }),
  ]);
  // Known losses: 0.2 minutes in 300 jobs, 6 in 80; the average is (60 + 480) / 380. Twenty outcomes are too few.
  expect(places.get("often")).toMatchObject({ frequency: { level: 5, shareOfJobs: 0.75 }, impact: { level: 1 } });
  expect(places.get("hard")).toMatchObject({ frequency: { level: 4 }, impact: { level: 5, of: "minutes" } });
  expect(places.get("hard")?.impact?.times).toBeCloseTo(6 / (540 / 380), 12);
  expect(places.get("rare")).toMatchObject({ frequency: { level: 2 }, impact: null });
});

test("value comes before minutes, and jobs count alike where neither is known of all tasks", () => {
  const known = [
    task("a", 100, { jobs: 50, trouble: 0.1, minutes: 5, value: 100 }),
    task("b", 100, { jobs: 50, trouble: 0.1, minutes: 50, value: 10 }),
  ];
  expect(computedPlaces(role(100), known).get("a")?.impact).toMatchObject({ of: "value", level: 4 });
  const mixed = [known[0], task("b", 100, { jobs: 50, trouble: 0.3, minutes: null })].filter(
    (one) => one !== undefined,
  );
  const impact = computedPlaces(role(100), mixed).get("b")?.impact;
  expect(impact).toMatchObject({ of: "jobs", level: 4 });
  expect(impact?.times).toBeCloseTo(1.5, 12);
});

test("with few jobs on file, or none that went wrong, nothing is known", () => {
  const few = computedPlaces(role(40), [task("a", 40, { jobs: 40, trouble: 0 })]);
  expect(few.get("a")).toEqual({ frequency: null, impact: null });
});

test("the rule of reinforcement divides at level 4", () => {
  const at = (frequency: number, impact: number) => quadrantOf({ frequency, impact });
  expect([at(5, 4), at(3, 5), at(4, 3), at(1, 1)]).toEqual(["practise", "reference", "at-hand", "leave"]);
});

test("the difference is named from what was placed", () => {
  expect(differenceWords({ frequency: 5, impact: 3 }, { frequency: 3, impact: 4 })).toBe(
    "Work events say: 2 levels less frequent, 1 level more at stake than placed",
  );
  expect(differenceWords({ frequency: 5, impact: 3 }, { frequency: 5, impact: 3 })).toBeNull();
  expect(differenceWords(null, { frequency: 5, impact: 3 })).toBeNull();
});
