import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { forgetFailures, isLocked, noteFailure } from "./sign-in-limit";

const minute = 60_000;

test("five failures lock the address for a quarter of an hour", () => {
  const email = randomUUID();
  for (let tries = 0; tries < 5; tries++) {
    expect(isLocked(email, "here", tries)).toBe(false);
    noteFailure(email, "here", tries);
  }
  expect(isLocked(email, "here", 14 * minute)).toBe(true);
  expect(isLocked(email, "elsewhere", 14 * minute)).toBe(false);
  expect(isLocked(email, "here", 16 * minute)).toBe(false);
});

test("changing the network address does not help beyond thirty failures", () => {
  const email = randomUUID();
  for (let tries = 0; tries < 30; tries++) noteFailure(email, `address ${tries}`, 0);
  expect(isLocked(email, "a new one", 1)).toBe(true);
});

test("a success forgets the failures", () => {
  const email = randomUUID();
  for (let tries = 0; tries < 5; tries++) noteFailure(email, "here", 0);
  forgetFailures(email, "here");
  expect(isLocked(email, "here", 1)).toBe(false);
});
