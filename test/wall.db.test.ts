import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { findBareActions, findDoors, findLeaps, findSideDoors } from "./wall/doors";
import { findMarks } from "./wall/find-marks";
import { type Canary, givenCanary } from "./wall/given-canary";
import { openActions, sideDoors } from "./wall/side-doors";
import { stated } from "./wall/stated";
import { answerOf, leaksTo } from "./wall/walk";
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

test("no page or route leaps to the database, and no server action goes round its wrapper", () => {
  expect(findLeaps()).toEqual([]);
  expect(findBareActions()).toEqual(Object.keys(openActions));
});

const label = (doors: readonly string[]) => doors.map((door) => door.split(":").at(-1)).join(", ");

test.each(walks.map((walk) => [label(walk.doors), walk] as const))(
  "%s shows the canary's evidence to those it is for and to nobody else",
  async (_name, { may, names, ask }) => {
    for (const [who, viewer] of Object.entries(given.everybody)) {
      const answer = await answerOf(() => ask(viewer, given));
      if (may.some((allowed) => allowed === who)) {
        expect(findMarks(answer, given.personId), `${who} may see it, and the walk finds nothing`).not.toEqual([]);
        continue;
      }
      expect(leaksTo(who, answer, given, names), `${who} sees it`).toEqual([]);
    }
  },
);
