import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { findDoors, findLeaps, findRoutes, findSideDoors } from "./wall/doors";
import { findMarks, identity } from "./wall/find-marks";
import { type Canary, givenCanary } from "./wall/given-canary";
import { routes } from "./wall/routes";
import { sideDoors } from "./wall/side-doors";
import { stated } from "./wall/stated";
import { walks } from "./wall/walks";

afterAll(closePool);

let given: Canary;
beforeAll(async () => {
  given = await givenCanary();
}, 120_000);

test("every read model and command has a verdict, and no verdict is of one that is gone", () => {
  const judged = [...walks.flatMap(({ doors }) => doors), ...Object.keys(stated)];
  expect(new Set(judged).size, "a door has two verdicts").toBe(judged.length);
  expect(judged.toSorted()).toEqual(findDoors().toSorted());
});

test("whatever opens the database beside the policy is known and gives no evidence out", () => {
  expect(findSideDoors()).toEqual(Object.keys(sideDoors).toSorted());
});

test("every route handler has a verdict and goes through doors that have one; no page or route leaps to the database", () => {
  const found = findRoutes();
  expect([...found.keys()]).toEqual(Object.keys(routes).toSorted());
  expect(findLeaps()).toEqual([]);
});

/** What somebody is given, or nothing where they are refused. */
async function answerOf(ask: (viewer: Viewer, given: Canary) => Promise<unknown>, viewer: Viewer): Promise<unknown> {
  try {
    return await ask(viewer, given);
  } catch (error) {
    if (error instanceof DomainError) return { refused: error.message, fields: error.fields };
    throw error;
  }
}

const label = (doors: readonly string[]) => doors.map((door) => door.split(":").at(-1)).join(", ");
const insiders = ["self", "coach", "above", "reviewer"] as const;

test.each(walks.map((walk) => [label(walk.doors), walk] as const))(
  "%s shows the canary's evidence to those it is for and to nobody else",
  async (_name, { may, names, ask }) => {
    const everybody = { ...given.strangers, ...Object.fromEntries(insiders.map((who) => [who, given[who]])) };
    for (const [who, viewer] of Object.entries(everybody)) {
      const found = findMarks(await answerOf(ask, viewer), given.personId);
      if (may.some((allowed) => allowed === who)) {
        expect(found, `${who} may see it, and the walk finds nothing`).not.toEqual([]);
        continue;
      }
      // Whoever is in nobody's list may at most read who somebody is, and only where that is said; one's own name is no secret from oneself.
      const known = names || who === "self" || who === "coach" || who === "above" ? identity : [];
      expect(
        found.filter((mark) => !known.includes(mark)),
        `${who} sees it`,
      ).toEqual([]);
    }
  },
);
