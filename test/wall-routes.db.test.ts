import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";
import { type Answered, askRoute } from "./wall/ask-route";
import { findRoutes } from "./wall/doors";
import { findMarks } from "./wall/find-marks";
import { type Canary, givenCanary } from "./wall/given-canary";
import { routes } from "./wall/routes";
import { leaksTo } from "./wall/walk";

afterAll(closePool);

let given: Canary;
beforeAll(async () => {
  given = await givenCanary();
  // Bugs are logged with their cause; here they fail the test by their status.
  vi.spyOn(console, "error").mockImplementation(() => {});
}, 120_000);

test("every route handler has a verdict, and names what it goes through", () => {
  const found = findRoutes();
  expect([...found.keys()]).toEqual(Object.keys(routes).toSorted());
  for (const [file, imports] of found) {
    const doors = imports.filter((one) => !one.startsWith("lib/server/") && !one.startsWith("lib/errors"));
    const named = routes[file]?.through.split(", ") ?? [];
    const unnamed = doors.map((one) => one.split(":")[1] ?? "").filter((one) => !named.includes(one));
    expect(unnamed, `${file} goes through`).toEqual([]);
  }
});

const all = Object.entries(routes);

test.each(all)("%s gives the canary's evidence to those it is for and to nobody else", async (file, route) => {
  const { asks, may = [], names } = route;
  for (const [who, viewer] of Object.entries(given.everybody)) {
    const answers: Answered[] = [];
    for (const asked of asks(given, viewer)) answers.push(await askRoute(file, viewer, asked));
    expect(
      answers.filter(({ status }) => status >= 500),
      `${who} met a bug`,
    ).toEqual([]);
    if (may.some((allowed) => allowed === who)) {
      expect(findMarks(answers, given.personId), `${who} may see it, and nothing is found`).not.toEqual([]);
      continue;
    }
    expect(leaksTo(who, answers, given, names), `${who} sees it`).toEqual([]);
  }
});

test.each(all)("%s gives nothing of anybody to whoever has not signed in", async (file, { asks }) => {
  for (const asked of asks(given, given.insiders.coach)) {
    const answer = await askRoute(file, null, asked);
    expect(findMarks(answer, given.personId)).toEqual([]);
    expect(file.includes("/api/auth/") || [307, 401, 403, 404].includes(answer.status), `${answer.status}`).toBe(true);
  }
});
