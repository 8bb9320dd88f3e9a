import { expect, test } from "vitest";
import type { CaseResult } from "@/lib/money/case-result";
import { moneyThen } from "./evidence-snapshot";

const result = (counted: boolean[], total: number) =>
  ({
    currency: "EUR",
    benefit: { central: 900, interval: [500, 1400] },
    cost: { total },
    lines: counted.map((one) => ({ counted: one })),
    lossProbability: 0.04,
  }) as CaseResult;
const then = (counted: boolean[], total: number) =>
  moneyThen({ result: result(counted, total), digest: "sha256:case", used: 4, signed: 3 });

test("a counted benefit is kept with its range, the chance of a loss and what finance had signed", () => {
  expect(then([false, true], 300)).toEqual({
    ...{ currency: "EUR", benefit: { central: 900, interval: [500, 1400] }, cost: 300, lossProbability: 0.04 },
    ...{ assumptions: { used: 4, signed: 3 }, digest: "sha256:case" },
  });
});

test("where nothing is counted there is no benefit and no chance of a loss, and where nothing was spent either, no money", () => {
  expect(then([false], 300)).toMatchObject({ benefit: null, lossProbability: null, cost: 300 });
  expect(then([], 0)).toBeNull();
  expect(moneyThen(null)).toBeNull();
});
