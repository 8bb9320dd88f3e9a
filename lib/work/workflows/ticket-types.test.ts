import { expect, test } from "vitest";
import { type PairSums, type TypeSums, ticketTypes } from "./ticket-types";

const type = (name: string, change: Partial<TypeSums> = {}): TypeSums => ({
  type: name,
  ...{ people: 9, jobs: 100, cases: 40, known: 80, knownPeople: 9, errors: 8, reopened: 4, escalated: 20 },
  ...{ assistedKnown: 50, assistedPeople: 9, assisted: 5, troubleHours: 6, troublePeople: 7 },
  ...change,
});
const pair = (name: string, change: Partial<PairSums> = {}): PairSums => ({
  ...{
    type: name,
    fromTaskId: "a",
    toTaskId: "b",
    times: 30,
    known: 20,
    hours: 100,
    givers: 6,
    takers: 6,
    timedGivers: 6,
    timedTakers: 6,
  },
  ...change,
});

test("types stand by the hours their cases wait, with shares of what is known and the hand-off that takes most", () => {
  const found = ticketTypes(
    [type("Refund"), type("Claim")],
    [
      pair("Refund"),
      pair("Claim", { hours: 90 }),
      pair("Claim", { fromTaskId: "b", toTaskId: "c", times: 10, hours: 110 }),
    ],
    5,
  );
  expect(found.map((one) => one.type)).toEqual(["Claim", "Refund"]);
  // 8, 4 and 20 of 80; 5 of 50; 90 and 110 hours over 40 cases.
  expect(found[0]).toMatchObject({
    ...{ errors: 0.1, reopened: 0.05, escalated: 0.25, assisted: 0.1, troubleHours: 6 },
    ...{ handOffs: 40, waited: 200, perCase: 5 },
    bottleneck: { fromTaskId: "b", toTaskId: "c", hours: 110, known: 20 },
  });
});

test("a type of few people is withheld and takes the smallest other one along; what few people know of is not told", () => {
  const few = ticketTypes([type("Rare", { people: 3 }), type("Claim", { people: 7 }), type("Refund")], [], 5);
  expect(few.filter(({ withheld }) => withheld).map((one) => one.type)).toEqual(["Claim", "Rare"]);
  expect(few.find((one) => one.type === "Rare")).toMatchObject({ jobs: 0, cases: 0, waited: null, errors: null });
  const [known] = ticketTypes(
    [type("Refund", { knownPeople: 4, assistedPeople: 2, troublePeople: 1 })],
    [pair("Refund", { takers: 4 }), pair("Refund", { times: 7, timedTakers: 4 })],
    5,
  );
  expect(known).toMatchObject({
    errors: null,
    assisted: null,
    troubleHours: null,
    handOffs: 7,
    waited: null,
    bottleneck: null,
  });
});
