import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";
import { readReport } from "@/lib/team/read-report";
import { findMarks, identity } from "./wall/find-marks";
import { type Canary, givenCanary } from "./wall/given-canary";
import { stated } from "./wall/stated";
import { nobody, tries } from "./wall/tries";
import { answerOf } from "./wall/walk";
import { inputs, inside } from "./wall/wide";

afterAll(closePool);

let given: Canary;
beforeAll(async () => {
  given = await givenCanary();
  // Doors are handed what they were not made for; whatever they throw is looked at, not printed.
  vi.spyOn(console, "error").mockImplementation(() => {});
}, 120_000);

const evidenceIn = (answer: unknown) => findMarks(answer, given.personId).filter((mark) => !identity.includes(mark));
const whateverOf = (asking: () => Promise<unknown>) => asking().catch((error: unknown) => error);

describe("a command about a person", () => {
  test.each(tries.map((one) => [one.door.split(":").at(-1), one] as const))(
    "%s answers everybody whom it is not for about the canary as about nobody",
    async (_name, { rightful, ask }) => {
      const target = { ...given, observationId: "canary-1" };
      for (const [who, viewer] of Object.entries(given.everybody)) {
        if (rightful.some((one) => one === who)) continue;
        const answer = await answerOf(() => ask(viewer, target, given));
        expect(evidenceIn(answer), `${who} sees it`).toEqual([]);
        if (rightful.length > 0)
          expect(answer, `${who} can tell that it is there`).toEqual(await answerOf(() => ask(viewer, nobody, given)));
      }
    },
  );
});

describe("every other door whose verdict is stated", () => {
  test.each(Object.keys(stated).filter((door) => !tries.some((one) => one.door === door)))(
    "%s gives no evidence to anybody, whatever it is handed",
    async (door) => {
      const [file = "", name = ""] = (inside[door] ?? door).split(":");
      const found: unknown = (await import(/* @vite-ignore */ `@/${file.replace(/\.ts$/, "")}`))[name];
      if (typeof found !== "function") throw new Error(`${door} cannot be opened from outside: say through what it is`);
      for (const [who, viewer] of Object.entries(given.everybody)) {
        for (const input of inputs(given)) {
          const answer = await whateverOf(() => found(viewer, input));
          expect(evidenceIn(answer), `${who} sees it`).toEqual([]);
        }
      }
    },
  );
});

test("nothing of that took the evidence away, which would have left nothing to find", async () => {
  const report = await readReport(given.insiders.coach, given.personId);
  expect(evidenceIn(report)).toEqual(expect.arrayContaining(["note", "level seen", "level solo", "reason", "nudge"]));
});

// Last, because it changes the evidence.
describe("a command about a person, by those whom it is for,", () => {
  test.each(
    tries.filter(({ rightful }) => rightful.length > 0).map((one) => [one.door.split(":").at(-1), one] as const),
  )(
    "%s takes the same from those whom it is for, so that it was not refused for its form",
    async (_name, { rightful, ask }) => {
      for (const who of rightful) {
        const answer = await answerOf(() => ask(given.everybody[who], { ...given, observationId: "canary-1" }, given));
        expect(evidenceIn(answer)).toEqual([]);
        expect(answer).not.toMatchObject({ refused: expect.stringMatching(/invalid-input|not-found|forbidden/) });
      }
    },
  );
});
