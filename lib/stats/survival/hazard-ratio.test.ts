import { expect, test } from "vitest";
import { readTexts } from "@/test/fixtures/reference/read-reference";
import { hazardRatio } from "./hazard-ratio";

const rows = readTexts("survival/gehan.csv");
const arm = (name: string) => {
  const people = rows.filter(({ treat }) => treat === name);
  return { time: people.map(({ time }) => Number(time)), event: people.map(({ cens }) => Number(cens)) };
};

// Published for the 6-MP trial: log hazard ratio of control against 6-MP 1.57 (Efron) and 1.51 (Breslow).
test("the 6-MP trial: relabelling the arms inverts the ratio, and events are counted by arm", () => {
  const there = hazardRatio({ treated: arm("control"), control: arm("6-MP") });
  const back = hazardRatio({ treated: arm("6-MP"), control: arm("control") });
  if (there.kind !== "estimate" || back.kind !== "estimate") throw new Error("estimable");
  expect(there.detail.logRatio).toBeCloseTo(1.57, 2);
  expect(there.detail.events).toEqual({ treated: 21, control: 9 });
  expect(there.estimate * back.estimate).toBeCloseTo(1, 10);
  expect(there.interval[0] * back.interval[1]).toBeCloseTo(1, 10);
  expect(there.p).toBeCloseTo(back.p, 12);
  expect(there.detail.proportional.kind).toBe("test");
  const breslow = hazardRatio({ treated: arm("control"), control: arm("6-MP") }, { ties: "breslow" });
  expect(breslow).toMatchObject({ method: "cox_breslow", detail: { logRatio: expect.closeTo(1.51, 2) } });
});

test("refuses an empty arm and an arm without events", () => {
  const some = { time: [1, 2, 3], event: [1, 1, 1] };
  const nobody = { time: [], event: [] };
  expect(hazardRatio({ treated: nobody, control: some })).toMatchObject({ reason: "no-comparison", n: { treated: 0 } });
  const spared = { time: [4, 5, 6], event: [0, 0, 0] };
  expect(hazardRatio({ treated: spared, control: some })).toMatchObject({
    kind: "not-estimable",
    reason: "separation",
  });
});
