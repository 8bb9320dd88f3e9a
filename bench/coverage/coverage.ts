import { writeFileSync } from "node:fs";
import type { Bench, Figure, Report } from "@/bench/bench";
import { count, ms } from "@/bench/numbers";
import { alikePeople } from "./alike-people";
import { besideTrials } from "./beside-trials";
import { clusters } from "./clusters";
import { events } from "./events";
import { overTime } from "./over-time";
import { type Measured, type Share, simulate } from "./simulation";
import { twoArms } from "./two-arms";

export const simulations = [...twoArms, ...besideTrials, ...clusters, ...overTime, ...alikePeople, ...events];

/** Read by the methods page. */
const kept = new URL("../../lib/methods/measured-coverage.json", import.meta.url);
const shareOfStudies = { small: 0.01, normal: 1, full: 4 };

/** How often intervals hold what was planted and tests reject where nothing was, on studies drawn at random at small sizes. */
export const coverage: Bench = async (scale, say) => {
  const measured: Measured[] = [];
  for (const simulation of simulations) {
    const began = performance.now();
    measured.push(simulate(simulation, Math.ceil(simulation.studies * shareOfStudies[scale])));
    say(`${simulation.method}, ${simulation.setting}: ${ms(performance.now() - began)}`);
  }
  if (scale !== "small") writeFileSync(kept, `${JSON.stringify(measured, null, 2)}\n`);
  return reportOf(measured);
};

function reportOf(measured: readonly Measured[]): Report {
  const shares = measured.flatMap(({ missed, rejected }) => [missed, rejected].flatMap((share) => share ?? []));
  return {
    setting: [
      "Seeded: the same code gives the same digits. Missed: studies whose 95 % interval does not hold the effect that was planted; rejected: studies of nothing that are told from nothing at 5 % (2.5 % where one-sided), each with its simulation error.",
      "Goal: at most the nominal share and three simulation errors.",
    ],
    figures: measured.map(figureOf),
    reading: `Reading: ${shares.filter(({ met }) => met).length} of ${shares.length} shares keep their level; what does not is explained in METHODS.md.`,
  };
}

function figureOf({ method, setting, studies, missed, rejected, refused }: Measured): Figure {
  const found = [missed && `missed ${textOf(missed)}`, rejected && `rejected ${textOf(rejected)}`].filter(Boolean);
  const without = refused > 0 ? `; refused ${count(refused)}` : "";
  const wanted = [missed, rejected].flatMap((share) => (share ? [`${(100 * share.most).toFixed(2)} %`] : []));
  return {
    what: `\`${method}\`: ${setting}; ${count(studies)} studies`,
    measured: `${found.join(", ")}${without}`,
    goal: {
      wanted: `at most ${[...new Set(wanted)].join(", ")}`,
      met: [missed, rejected].every((share) => share?.met !== false),
    },
  };
}

const textOf = ({ share, error }: Share) => `${(100 * share).toFixed(2)} % ± ${(100 * error).toFixed(2)}`;
