import { expect, test } from "vitest";
import { outcomeOf, pauseAfter } from "./outcome";

const error = { code: "conflict", message: "Rated already", fields: { level: ["Choose 1 to 5"] } } as const;
const fields = { level: ["Choose 1 to 5"] };

test("a refusal names its reason, an ended session keeps the entry, and so does a server in trouble", () => {
  expect(outcomeOf(200, null)).toEqual({ kind: "taken" });
  expect(outcomeOf(409, { ...error, fields })).toEqual({ kind: "refused", reason: "Rated already. Choose 1 to 5" });
  expect(outcomeOf(401, { ...error, fields })).toEqual({ kind: "signed-out" });
  for (const status of [408, 429, 500, 502, 503]) expect(outcomeOf(status, { ...error, fields }).kind).toBe("later");
});

test("an answer that is not ours, such as a hotel's sign-in page, is no refusal", () => {
  expect(outcomeOf(403, null)).toEqual({ kind: "later" });
});

test("what is too large for a proxy on the way is refused, so that what waits behind it is sent", () => {
  expect(outcomeOf(413, null)).toEqual({ kind: "refused", reason: "The picture is too large. Send it without one" });
});

test("tries grow apart up to five minutes", () => {
  expect([1, 2, 3, 4].map((failures) => pauseAfter(failures, 0.5))).toEqual([2_000, 4_000, 8_000, 16_000]);
  expect(pauseAfter(40, 0.5)).toBe(300_000);
  expect(pauseAfter(1, 0)).toBe(1_600);
  expect(pauseAfter(1, 1)).toBe(2_400);
});
