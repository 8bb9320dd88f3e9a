import { expect, test } from "vitest";
import { behaviourAnchors } from "./behaviour-anchors";
import { chainOf } from "./chains";
import { readOnet } from "./onet";
import { buildRoles } from "./roles";
import { criticalTasks, halfLives, skillSummaries } from "./taxonomy-details";
import { initiativeCodes } from "./truth";

const roles = [...buildRoles(readOnet("data/onet-subset")).values()];

test("every behaviour an initiative is about has five anchors, and no anchor is of a behaviour there is not", () => {
  const ofInitiatives = initiativeCodes.flatMap((code) => chainOf(code).behaviours);
  expect(Object.keys(behaviourAnchors).sort()).toEqual([...new Set(ofInitiatives)].sort());
  for (const anchors of Object.values(behaviourAnchors)) expect(new Set(anchors).size).toBe(5);
});

test("what is said of tasks and skills is said of ones there are", () => {
  const tasks = roles.flatMap((role) => role.tasks.map(({ id }) => id));
  const skills = new Set(roles.flatMap((role) => role.behaviours.map(([, skill]) => skill)));
  expect([...criticalTasks].filter((id) => !tasks.includes(id))).toEqual([]);
  expect([...Object.keys(halfLives), ...Object.keys(skillSummaries)].filter((skill) => !skills.has(skill))).toEqual([]);
});
