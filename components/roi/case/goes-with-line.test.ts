import { expect, test } from "vitest";
import { goesWithLine } from "./goes-with-line";

test("how many assumptions and signatures go with a line is said before it is removed", () => {
  expect(goesWithLine({ assumptions: 3, signed: 2 })).toMatch(
    /^Its 3 assumptions go with it, and 2 signatures of finance with them\. /,
  );
  expect(goesWithLine({ assumptions: 3, signed: 1 })).toMatch(/and 1 signature of finance with them\. /);
  expect(goesWithLine({ assumptions: 1, signed: 0 })).toMatch(/^Its assumption goes with it, none of them signed\. /);
});
