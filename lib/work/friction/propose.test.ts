import { expect, test } from "vitest";
import type { SignalFigure, TaskFigures } from "@/lib/work/figures/task-figures";
import { proposeFriction } from "./propose";

const figure = (change: Partial<SignalFigure> = {}): SignalFigure => ({
  count: 20,
  of: 100,
  share: 0.2,
  rest: 0.1,
  apart: [0.03, 0.17],
  ...change,
});
const quiet = figure({ count: 10, share: 0.1, apart: [-0.04, 0.04] });
const task = (taskId: string, change: Partial<TaskFigures["signals"]>): TaskFigures => ({
  roleId: "r",
  taskId,
  people: 12,
  jobs: 100,
  perPersonMonth: 1,
  shareOfJobs: 0.2,
  minutes: null,
  value: null,
  minutesKnown: 0,
  valueKnown: 0,
  signals: { wrong: quiet, escalated: quiet, assisted: quiet, asked: null, ...change },
  alone: null,
});

test("help shows a struggle, escalations an escalation, errors an avoidable error", () => {
  const found = proposeFriction([
    task("a", { wrong: figure() }),
    task("b", { escalated: figure({ share: 0.3, count: 30 }) }),
    task("c", { assisted: figure({ share: 0.15, count: 15 }) }),
  ]);
  expect(found.map(({ taskId, kind, signal }) => [taskId, kind, signal])).toEqual([
    ["b", "escalate", "escalated"],
    ["a", "avoidable_error", "wrong"],
    ["c", "struggle", "assisted"],
  ]);
  expect(found[0]).toMatchObject({ share: 0.3, rest: 0.1, jobs: 100, people: 12 });
});

test("of two signals of a struggle the more pronounced one is named", () => {
  const [found, ...others] = proposeFriction([
    task("a", { assisted: figure(), asked: figure({ share: 0.4, count: 40 }) }),
  ]);
  expect(found).toMatchObject({ kind: "struggle", signal: "asked" });
  expect(others).toEqual([]);
});

test.each<[string, Partial<SignalFigure>]>([
  ["an interval that holds zero", { apart: [-0.001, 0.2] }],
  ["no interval", { apart: null }],
  ["a difference of under a quarter", { share: 0.12, apart: [0.001, 0.04] }],
  ["few jobs", { of: 29 }],
  ["few times", { count: 4 }],
  ["no other task", { rest: null }],
])("%s proposes nothing", (_, change) => {
  expect(proposeFriction([task("a", { wrong: figure(change) })])).toEqual([]);
});
