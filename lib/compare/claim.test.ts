import { expect, test } from "vitest";
import type { Estimate } from "@/lib/stats/estimate";
import { claimFor } from "./claim";

const n = { treated: 30, control: 30 };
const estimate: Estimate = {
  kind: "estimate",
  method: "m",
  estimate: 1,
  standardError: 1,
  degreesOfFreedom: 58,
  interval: [0.2, 1.8],
  p: 0.02,
  confidence: 0.95,
  n,
};
const main = { estimate, sentence: "A was higher.", shown: true };
const facts = {
  look: "level" as const,
  conditions: [],
  main,
  adjusted: true,
  whyNotAdjusted: null,
  pairs: 1,
  limits: [],
};
const used = [{ kind: "exposed" as const, exposure: { by: "any" as const, what: "" }, window: null }];

test.each([
  ["C", "compared also among people alike", facts],
  ["D", "compared as they are", { ...facts, adjusted: false }],
  ["E", "nothing estimated", { ...facts, main: undefined }],
  [
    "E",
    "refused",
    {
      ...facts,
      main: { ...main, estimate: { kind: "not-estimable" as const, method: "m", reason: "no-events" as const, n } },
    },
  ],
] as const)("grade %s: %s", (grade, _, given) => {
  expect(claimFor(given).grade).toBe(grade);
});

test("whoever is parted by use chose it, and the sentence says so; whoever is not may differ in other ways", () => {
  const chosen = claimFor({ ...facts, conditions: [used, []] });
  expect(chosen).toMatchObject({
    selfSelected: true,
    because: [expect.stringMatching(/^People chose themselves/), expect.any(String)],
  });
  expect(chosen.sentence).toBe("A was higher. People chose themselves, so other causes may explain it.");
  expect(claimFor(facts)).toMatchObject({
    selfSelected: false,
    sentence: "A was higher. Other causes may explain it.",
  });
});

test("no difference shown is explained by nothing", () => {
  expect(claimFor({ ...facts, main: { ...main, sentence: "No difference.", shown: false } }).sentence).toBe(
    "No difference.",
  );
});

test("what would raise it always holds drawing lots, and a change where a level was looked at", () => {
  expect(claimFor(facts).raise.join(" ")).toMatch(/draw lots.*change since/);
  expect(claimFor({ ...facts, look: "previous" }).raise.join(" ")).not.toMatch(/change since/);
});
