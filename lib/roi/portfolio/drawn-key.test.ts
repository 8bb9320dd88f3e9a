import { expect, test } from "vitest";
import { givenMoney, givenPeople } from "@/test/given-portfolio";
import { drawnKey } from "./drawn-key";

const standing = { people: givenPeople({ a: 100 }), reachable: new Map([["a", 10]]), minimum: 5 };
const keyOf = (money = givenMoney("a"), changes: Partial<typeof standing> = {}) =>
  drawnKey("org", [{ money, given: { advice: "scale", rule: "pays", reason: "" } }], { ...standing, ...changes });

test("the same portfolio has the same key, and another grade, title, reach or minimum another one", () => {
  const own = givenMoney("a");
  expect(keyOf()).toBe(keyOf(own));
  const others = [
    keyOf(givenMoney("a", { grade: "C" })),
    keyOf({ ...own, lines: own.lines.map((line) => ({ ...line, title: "Another" })) }),
    keyOf(own, { reachable: new Map([["a", 11]]) }),
    keyOf(own, { people: givenPeople({ a: 99 }) }),
    keyOf(own, { minimum: 10 }),
  ];
  expect(new Set([keyOf(), ...others]).size).toBe(6);
});
