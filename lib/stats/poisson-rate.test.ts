import { expect, test } from "vitest";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { binomialDensity, binomialTails, binomialTwoSidedP, clopperPearson } from "./binomial";
import { poissonRate, rateRatio } from "./poisson-rate";

// scipy 1.17.1: chi2.ppf(p, 2 events) / 2.
test("a rate agrees with the chi-square form of Garwood's interval", () => {
  const seven = { events: 7, personYears: 250, people: 40 };
  expectRelative(
    poissonRate(seven),
    { value: 2.8, interval: [2.8143630515198654 / 2.5, 14.422675361702376 / 2.5] },
    1e-11,
  );
  expectRelative(poissonRate(seven, 0.9), { interval: [3.28531569189467 / 2.5, 13.148113802432116 / 2.5] }, 1e-11);
  expectRelative(
    poissonRate({ ...seven, events: 0, personYears: 100 }),
    { value: 0, interval: [0, 3.6888794541139354] },
    1e-11,
  );
});

// scipy 1.17.1: binomtest(11, 39, 412.5 / 942.75), and of 0 in 6, limits as odds over the ratio of times.
test("a rate ratio agrees with the conditional binomial test", () => {
  const treated = { events: 11, personYears: 412.5, people: 60 };
  const control = { events: 28, personYears: 530.25, people: 75 };
  expectRelative(
    rateRatio({ treated, control }),
    {
      estimate: 0.505,
      p: 0.053530706934692,
      interval: [0.2268700607958216, 1.0463779332806342],
      n: { treated: 60, control: 75 },
    },
    1e-10,
  );
  expectRelative(
    rateRatio({ treated: { ...treated, events: 0 }, control: { ...control, events: 6 } }),
    { estimate: 0, p: 0.03867676571712017, interval: [0, 1.0917509352149233] },
    1e-10,
  );
});

test("exchanging the arms inverts the ratio and keeps p", () => {
  const arms = {
    treated: { events: 11, personYears: 412.5, people: 60 },
    control: { events: 28, personYears: 530.25, people: 75 },
  };
  const there = rateRatio(arms);
  const back = rateRatio({ treated: arms.control, control: arms.treated });
  if (there.kind !== "estimate" || back.kind !== "estimate") throw new Error("refused");
  const [low, high] = there.interval;
  expectRelative(back, { estimate: 1 / there.estimate, p: there.p, interval: [1 / high, 1 / low] }, 1e-10);
});

test("refuses no time watched, and a ratio over no events", () => {
  const nothing = { events: 0, personYears: 0, people: 0 };
  const some = { events: 3, personYears: 10, people: 5 };
  expect(poissonRate(nothing)).toMatchObject({ kind: "not-estimable", reason: "no-denominator", value: null });
  expect(rateRatio({ treated: nothing, control: some })).toMatchObject({ reason: "no-comparison" });
  expect(rateRatio({ treated: some, control: { ...some, events: 0 } })).toMatchObject({ reason: "no-events" });
});

// scipy 1.17.1: binomtest(k, n, p) and its exact proportion_ci.
test.each([
  [7, 20, 0.3, 0.6294979666766769, 0.1539092047845412, 0.5921885345328283],
  [3, 20, 0.3, 0.22041826738070913, 0.03207093718554477, 0.37892682654529564],
  [18, 20, 0.5, 0.0004024505615234375, 0.6830172859809209, 0.9876514728297041],
  [2, 15, 0.01, 0.009629773443364725, 0.01657591344008363, 0.4046026966033722],
  [400, 1000, 0.43, 0.05539453280584232, 0.36946898754891105, 0.43112155404406893],
])("the exact binomial test of %d in %d against %d", (events, trials, probability, p, low, high) => {
  expectRelative(binomialTwoSidedP(events, trials, probability), p, 1e-10);
  expectRelative(clopperPearson(events, trials), [low, high], 1e-10);
});

test("binomial probabilities add up to one and to their tails", () => {
  expectRelative(binomialDensity(3, 20, 0.3), 0.0716036722052621, 1e-13);
  expectRelative(binomialTails(3, 20, 0.3).lower, 0.10708680450373087, 1e-13);
  const whole = Array.from({ length: 21 }, (_, events) => binomialDensity(events, 20, 0.3));
  expect(whole.reduce((sum, density) => sum + density, 0)).toBeCloseTo(1, 13);
  expect([clopperPearson(0, 10)[0], clopperPearson(10, 10)[1]]).toEqual([0, 1]);
});
