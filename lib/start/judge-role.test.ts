import { expect, test } from "vitest";
import { judgeRole, type RoleMeasures } from "./judge-role";

const best: RoleMeasures = {
  id: "r",
  name: "Clerk",
  people: 60,
  teams: 8,
  workers: 60,
  jobs: 1_000,
  troubled: 80,
  kpis: 2,
  months: 12,
  skills: 3,
  described: 3,
};

test("a role whose outcomes are seen, that hurts and is large enough scores all five points", () => {
  expect(judgeRole(best).score).toBe(5);
});

test.each([
  ["kpis", { kpis: 0, months: 0 }, 0],
  ["kpis", { months: 5 }, 0.5],
  ["work", { workers: 29 }, 0.5],
  ["work", { workers: 0 }, 0],
  ["pain", { troubled: 49 }, 0.5],
  ["pain", { jobs: 0, troubled: 0 }, 0],
  ["size", { teams: 5 }, 0.5],
  ["size", { teams: 1 }, 0],
  ["described", { described: 2 }, 0.5],
  ["described", { skills: 0, described: 0 }, 0],
] as const)("%s of %o gives %d", (id, change, points) => {
  expect(judgeRole({ ...best, ...change }).reasons.find((reason) => reason.id === id)?.points).toBe(points);
});

test("nothing known of a role is nothing said for it, and no share above all of it", () => {
  expect(judgeRole({ ...best, workers: 61 }).reasons[1]?.says).toContain("100%");
  const empty = { people: 5, teams: 1, workers: 0, jobs: 0, troubled: 0, kpis: 0, months: 0, skills: 0, described: 0 };
  expect(judgeRole({ ...best, ...empty }).score).toBe(0);
});
