import { expect, test } from "vitest";
import type { MethodResult } from "@/lib/evaluation/result";
import { balanceRows } from "./balance-rows";

const method = (name: string, balance: unknown): MethodResult => ({
  kpi: "k",
  role: "primary",
  method: name,
  headline: false,
  status: "estimated",
  reason: null,
  estimate: 1,
  standard_error: 1,
  df: null,
  ci: [0, 2],
  p: 0.1,
  n: { treated: 10, control: 10 },
  detail: { balance },
});

test("what weighting and matching leave is put on the scale of the check, the largest difference first", () => {
  const picture = [
    { label: "value before", value: 0.05 },
    { label: "age", value: -0.3 },
  ];
  const rows = balanceRows({ picture }, [
    method("ipw_att", [{ covariate: "age", before: -0.6, after: 0.02 }]),
    method("matched_pairs_t", [{ covariate: "age", before: -0.6, after: -0.1 }]),
  ]);
  expect(rows).toEqual([
    { label: "age", raw: -0.3, weighted: expect.closeTo(0.01, 12), matched: expect.closeTo(-0.05, 12) },
    { label: "value before", raw: 0.05, weighted: null, matched: null },
  ]);
  expect(balanceRows({ picture }, [])).toMatchObject([{ weighted: null, matched: null }, { raw: 0.05 }]);
});
