import { expect, test } from "vitest";
import { planHash } from "./plan-hash";
import { studySchema } from "./study";

const study = { title: "Fewer errors", design: "randomised", primary_kpi: "errors" };
const read = (change: object) => studySchema.safeParse({ ...study, ...change });
const hashOf = (change: object) => planHash(studySchema.parse({ ...study, ...change }));

test("the shares of the draw are part of the plan, and a plan without them is the plan it was", () => {
  const plain = hashOf({});
  expect(plain).toBe("ca0dbae3ed6dc213546a8efdccf81db7cf59bf10d0b452baec344d29731b930c");
  expect(hashOf({ allocation: null })).toBe(plain);
  const hashes = [{ control: 1, treatment: 2 }, { control: 2, treatment: 1 }, "unknown"].map((allocation) =>
    hashOf({ allocation }),
  );
  expect(new Set([plain, ...hashes]).size).toBe(4);
  expect(hashOf({ allocation: { treatment: 2, control: 1 } })).toBe(hashes[0]);
});

test.each([
  ["one arm", { treatment: 1 }],
  ["an arm that cannot be", { control: 1, traetment: 1 }],
  ["a share of zero", { control: 0, treatment: 1 }],
  ["a share that is no number", { control: "1", treatment: 1 }],
  ["a word", "equal"],
])("shares that say nothing are not taken: %s", (_, allocation) => {
  const issues = read({ allocation }).error?.issues ?? [];
  expect(issues.map(({ path }) => path[0])).toEqual(["allocation"]);
});
