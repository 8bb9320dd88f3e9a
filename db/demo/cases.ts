import type { Month } from "./calendar";
import { type Random, randomFor } from "./random";

/** A piece of work as cases see it. Times are seconds since 1970. */
export type Done = { person: number; task: string; started: number; completed: number };
export type CaseOf = { id: string; type: string };

type Flow = { code: string; type: string; steps: string[]; hours: number[] };

/**
 * What passes from role to role: O*NET tasks in order, and the usual hours from the end of one to the start of the next. Planted:
 * escalations wait two days for Billing, ten times as long as anything else waits.
 */
const flows: readonly Flow[] = [
  { code: "ESC", type: "Customer escalation", steps: ["2582", "23243", "2580"], hours: [50, 5] },
  { code: "QA", type: "Quality hand-off", steps: ["20157", "12474", "20299"], hours: [4, 3] },
  { code: "BIL", type: "Billing exception", steps: ["8116", "23238"], hours: [6] },
];

/**
 * Makes cases of work that was done anyway: no job is added or moved, a job is only said to go on with a case another person left about
 * as many hours before as the flow takes. So nothing but the cases hangs on it. Returns the case of each job, in their order.
 */
export function linkCases(seed: number, month: Month, jobs: readonly Done[]): (CaseOf | null)[] {
  const cases: (CaseOf | null)[] = jobs.map(() => null);
  for (const { code, type, steps, hours } of flows) {
    const random = randomFor(seed, `cases ${code}`, month.index);
    let waiting = atStep(jobs, steps[0]);
    waiting.forEach((job, index) => {
      cases[job] = { id: `${code}-${month.name}-${String(index + 1).padStart(4, "0")}`, type };
    });
    hours.forEach((usual, step) => {
      const next = atStep(jobs, steps[step + 1]).sort((left, right) => startOf(jobs, left) - startOf(jobs, right));
      const taken: number[] = [];
      for (const job of next) {
        const from = whoHandsOver(jobs, { waiting, job, hours: drawn(random, usual) });
        if (from === null) continue;
        waiting = waiting.filter((other) => other !== from);
        cases[job] = cases[from] ?? null;
        taken.push(job);
      }
      waiting = taken;
    });
  }
  return cases;
}

const drawn = (random: Random, usual: number) => usual * Math.exp(random.normal(0, 0.5));
const startOf = (jobs: readonly Done[], index: number) => jobs[index]?.started ?? 0;

function atStep(jobs: readonly Done[], task: string | undefined): number[] {
  return jobs.flatMap((job, index) => (job.task === task ? [index] : []));
}

type Wanted = { waiting: readonly number[]; job: number; hours: number };

/** The waiting job of somebody else that ended nearest to so many hours before, within a third of them (an hour at least). */
function whoHandsOver(jobs: readonly Done[], { waiting, job, hours }: Wanted): number | null {
  const taker = jobs[job];
  let best: number | null = null;
  let least = Math.max(1, hours / 3) * 3600;
  for (const index of waiting) {
    const giver = jobs[index];
    if (!giver || !taker || giver.person === taker.person || giver.completed > taker.started) continue;
    const off = Math.abs(taker.started - giver.completed - hours * 3600);
    if (off < least) {
      least = off;
      best = index;
    }
  }
  return best;
}
