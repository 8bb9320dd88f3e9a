import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { simulations } from "@/bench/coverage/coverage";
import { type Measured, simulate } from "@/bench/coverage/simulation";
import { estimators } from "@/lib/methods/estimators";

const kept: Measured[] = JSON.parse(
  readFileSync(new URL("../lib/methods/measured-coverage.json", import.meta.url), "utf8"),
);
const nameOf = ({ method, setting, studies }: { method: string; setting: string; studies: number }) =>
  `${method}: ${setting}, ${studies}`;

test("what the methods page shows was measured by the simulations as they are (npm run bench -- coverage)", () => {
  expect(kept.map(nameOf)).toEqual(simulations.map(nameOf));
});

test("every method that was simulated is described", () => {
  const described = estimators.map(({ id }) => id);
  expect(kept.map(({ method }) => method).filter((method) => !described.includes(method))).toEqual([]);
});

test.each(["share_wilson", "rate_garwood", "before_after_paired"])(
  "simulating again gives the same digits: %s",
  (method) => {
    const simulation = simulations.find((one) => one.method === method);
    expect(simulation && simulate(simulation, simulation.studies)).toEqual(kept.find((one) => one.method === method));
  },
);
