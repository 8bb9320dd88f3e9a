import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import { levelOf, type SignalDefinition, signalDefinition } from "./definition";
import { signalSentence } from "./signal-words";

const taskId = "00000000-0000-4000-8000-000000000001";
const rule: SignalDefinition = {
  source: "work",
  taskIds: [taskId],
  measure: "right_first_time",
  window: { by: "jobs", jobs: 20 },
  side: "above",
  bands: [
    { at: 0.95, level: 4 },
    { at: 0.85, level: 3 },
  ],
  otherwise: 2,
  least: 10,
  since: "2026-01",
};

test.each([
  [1, 4],
  [0.95, 4],
  [19 / 20, 4],
  [0.949, 3],
  [0.85, 3],
  [0.8, 2],
  [0, 2],
])("first-time-right of %f gives level %i", (value, level) => {
  expect(levelOf(value, rule)).toBe(level);
});

test("where less is better, a lower value gives the higher level", () => {
  const minutes = {
    ...rule,
    measure: "cycle_minutes",
    side: "below",
    bands: [
      { at: 10, level: 4 },
      { at: 20, level: 3 },
    ],
  } as const;
  const parsed = signalDefinition.parse(minutes);
  expect([5, 10, 10.1, 20, 21].map((value) => levelOf(value, parsed))).toEqual([4, 4, 3, 3, 2]);
});

test.each([
  [
    {
      bands: [
        { at: 0.85, level: 3 },
        { at: 0.95, level: 4 },
      ],
    },
    "Begin with the hardest bound",
  ],
  [
    {
      bands: [
        { at: 0.95, level: 3 },
        { at: 0.85, level: 3 },
      ],
    },
    "must give a lower level",
  ],
  [{ otherwise: 4 }, "must give a lower level"],
  [{ bands: [{ at: 95, level: 4 }] }, "between 0 and 100"],
  [{ least: 30 }, "Not more than the jobs looked at"],
  [{ least: 1 }, "At least 3"],
  [{ taskIds: [] }, "Choose a task"],
  [{ since: "26-1" }, "Write a month"],
] as const)("%o is refused", (part, reason) => {
  const parsed = signalDefinition.safeParse({ ...rule, ...part });
  expect(parsed.error?.issues.map(({ message }) => message).join("; ")).toContain(reason);
});

test("a rule reads as a sentence", () => {
  const names = { tasks: new Map([[taskId, "Set up"]]), kpis: new Map() };
  expect(signalSentence(rule, names, formatsFor({ locale: "en-GB", currency: "EUR" }))).toBe(
    "When “right first time” over the last 20 jobs of Set up is 95% or more, then level 4; 85% or more, level 3; otherwise level 2. Not with fewer than 10 jobs.",
  );
});
