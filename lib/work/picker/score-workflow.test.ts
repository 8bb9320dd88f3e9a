import { expect, test } from "vitest";
import { scoreWorkflow, type WorkflowFacts } from "./score-workflow";

const facts = (change: Partial<WorkflowFacts> = {}): WorkflowFacts => ({
  trouble: 0.1,
  usualTrouble: 0.05,
  delay: { hours: 48, stated: false },
  dependency: 0.1,
  steps: 4,
  stepsWithEvents: 2,
  stepsWithKpi: 1,
  observed: true,
  ...change,
});

test("pain is added up, and counts as far as it can be measured", () => {
  expect(scoreWorkflow(facts())).toEqual({
    parts: { errors: 3, delay: 3, dependency: 2 },
    pain: 8,
    measurability: 3,
    score: 24,
  });
  expect(scoreWorkflow(facts({ stepsWithEvents: 1, stepsWithKpi: 0 }))).toMatchObject({ measurability: 1, score: 8 });
});

test("what is not known is no pain, and is told apart from none", () => {
  expect(scoreWorkflow(facts({ trouble: null, delay: null })).parts).toEqual({
    errors: null,
    delay: null,
    dependency: 2,
  });
  expect(scoreWorkflow(facts({ trouble: 0.02, dependency: 0.01 })).parts).toMatchObject({ errors: 0, dependency: 0 });
});

test("a workflow that nothing measures proves nothing, however much it hurts", () => {
  expect(scoreWorkflow(facts({ stepsWithEvents: 0, stepsWithKpi: 0, observed: false }))).toMatchObject({
    pain: 8,
    score: 0,
  });
  expect(scoreWorkflow(facts({ steps: 0, stepsWithEvents: 0, stepsWithKpi: 0, observed: false })).measurability).toBe(
    0,
  );
});
