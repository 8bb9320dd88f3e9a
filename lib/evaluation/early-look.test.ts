import { expect, test } from "vitest";
import { momentsOf } from "@/lib/stats/moments";
import { seededRandom } from "@/lib/stats/random";
import { confidenceSequence } from "@/lib/stats/sequential/confidence-sequence";
import { decide } from "@/lib/stats/sequential/decide";
import { welch } from "@/lib/stats/welch";

const periods = 12;
const studies = 400;

/** How often any of twelve monthly looks at the mean so far decides although there is no effect; `lasting`: how much people differ for good. */
function decidedByChance(lasting: number, look: "sequence" | "fixed"): number {
  const random = seededRandom(11);
  let decided = 0;
  for (let study = 0; study < studies; study += 1) {
    const arm = () => Array.from({ length: 40 }, () => ({ own: lasting * random.normal(), sum: 0 }));
    const [treated, control] = [arm(), arm()];
    let open = true;
    for (let period = 1; period <= periods; period += 1) {
      for (const person of [...treated, ...control]) person.sum += person.own + random.normal();
      const soFar = (people: typeof treated) => momentsOf(people.map(({ sum }) => sum / period));
      const estimate = welch({ treated: soFar(treated), control: soFar(control) });
      const found =
        look === "fixed" ? estimate : confidenceSequence(estimate, { units: period, plannedUnits: periods });
      if (found.kind === "not-estimable") throw new Error(found.reason);
      if (decide(found.interval) !== "open") open = false;
    }
    if (!open) decided += 1;
  }
  return decided / studies;
}

test.each([0, 1, 4])(
  "looking every month decides by chance in at most one study of twenty, people differing by %s",
  (lasting) => {
    expect(decidedByChance(lasting, "sequence")).toBeLessThan(0.05);
  },
);

test("looking every month at the fixed interval would decide by chance far more often", () => {
  expect(decidedByChance(0, "fixed")).toBeGreaterThan(0.1);
});
