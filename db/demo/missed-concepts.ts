import { activities } from "./activities";
import type { Month } from "./calendar";
import type { HelpTopic } from "./help-topics";
import type { Visit } from "./learning-visit";
import { randomFor } from "./random";
import { roleCodes } from "./roles";
import type { Person, Roster } from "./roster";

type Check = {
  code: string;
  role: string;
  /** The share that misses it at the first try, before it was revised and since. */
  missed: { before: number; since: number };
};

/** What was revised is better since the last so many months. */
export const revisedMonths = 7;

const handOver: Check = { code: "handover-check", role: roleCodes.assembler, missed: { before: 0.6, since: 0.6 } };
/** Revised (`development/revisions.ts`). */
export const revisedCheck: Check = {
  code: "counting-check",
  role: roleCodes.stocker,
  missed: { before: 0.38, since: 0.05 },
};
const checks = [handOver, revisedCheck];

/** In the last twelve months everybody of the role is asked once; who misses it is asked again a month later. */
function firstAsked({ months }: Roster, person: Person): number {
  return months.length - 12 + (person.index % 11);
}

function missesFirst(roster: Roster, person: Person, { missed }: Check): boolean {
  const isSince = firstAsked(roster, person) >= roster.months.length - revisedMonths;
  return randomFor(roster.seed, "missed at first", person.index).chance(isSince ? missed.since : missed.before);
}

/** Planted: assemblers miss what a hand-over sheet needs, and a check that stockers missed was revised. Draws from its own stream. */
export function writeChecks({ log, person, role, days, month }: Visit, roster: Roster): void {
  for (const check of checks) {
    const activity = activities.find(({ code }) => code === check.code);
    const turn = month.index - firstAsked(roster, person);
    if (!activity || role.code !== check.role || turn < 0 || turn > 1) continue;
    const isMissed = missesFirst(roster, person, check);
    if (turn === 1 && !isMissed) continue;
    const random = randomFor(roster.seed, "checks", person.index, month.index);
    const isPassed = turn === 1 ? random.chance(0.93) : !isMissed;
    log.add(random, {
      person,
      activity,
      verb: isPassed ? "passed" : "failed",
      day: random.pick(days),
      assignedBy: "system",
      score: isPassed ? random.normal(0.88, 0.05) : random.normal(0.5, 0.07),
      confidence: random.normal(0.75, 0.1),
      seconds: activity.minutes * random.between(40, 90),
    });
  }
}

const sheetQuestion: HelpTopic = {
  name: "What goes on the hand-over sheet",
  task: "8468",
  weight: 1,
  minutes: 6,
  waitHours: 0.5,
  experts: false,
};
/** Questions of one person in a month. */
const questions = 0.4;

/** Planted: those who missed it go on asking at work, before they passed and after. */
export function askedAgain(roster: Roster, role: string, person: Person, month: Month) {
  const random = randomFor(roster.seed, "asked again", person.index, month.index);
  const isAsking =
    role === handOver.role && month.index >= roster.months.length - 18 && missesFirst(roster, person, handOver);
  return { random, topics: Array.from({ length: isAsking ? random.poisson(questions) : 0 }, () => sheetQuestion) };
}
