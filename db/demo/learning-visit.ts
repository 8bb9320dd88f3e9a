import type { Activity } from "./activities";
import type { Month } from "./calendar";
import type { AssignedBy, LearningLog } from "./learning-log";
import type { Random } from "./random";
import type { ChosenTask } from "./role-source";
import type { Role } from "./roles";
import type { Person } from "./roster";

export type Visit = {
  log: LearningLog;
  random: Random;
  person: Person;
  role: Role;
  days: number[];
  observed: boolean;
  month: Month;
};

/** Each of these writes at most `left` events and says how many. */
export function nudge({ log, random, person, days, observed }: Visit, activity: Activity): number {
  const assignedBy = random.chance(observed ? 0.75 : 0.35) ? "manager" : "system";
  log.add(random, { person, activity, verb: "nudged", day: random.pick(days), assignedBy });
  return 1;
}

function whoAsked(random: Random, observed: boolean): AssignedBy {
  const draw = random.next();
  if (draw < 0.12) return "peer";
  if (draw < (observed ? 0.24 : 0.16)) return "manager";
  return draw < 0.4 ? "system" : "self";
}

function pickTask(random: Random, tasks: ChosenTask[]): string {
  return random.weighted(tasks, ({ depth, frequency }) => frequency * (depth === "complex" ? 3 : 1)).name;
}

/** Opened just before a task, often more than once a month before the same hard one. */
export function openInFlow(
  { log, random, person, role, days, observed }: Visit,
  activity: Activity,
  left: number,
  task = pickTask(random, role.tasks),
): number {
  const repeats = Math.min(left, random.chance(0.4) ? random.int(2, 3) : 1);
  const before = random.chance(0.75) ? { task } : {};
  const assignedBy = whoAsked(random, observed);
  for (let use = 0; use < repeats; use++) {
    log.add(random, {
      person,
      activity,
      verb: "accessed",
      day: random.pick(days),
      assignedBy: use === 0 ? assignedBy : "self",
      seconds: activity.minutes * random.between(25, 95),
      ...before,
    });
  }
  if (repeats === left) return repeats;
  const draw = random.next();
  const day = random.pick(days);
  const base = { person, activity, day, assignedBy };
  if (draw < 0.4) {
    log.add(random, {
      ...base,
      verb: "completed",
      score: random.normal(0.82, 0.1),
      confidence: random.normal(0.68, 0.15),
      seconds: activity.minutes * random.between(40, 110),
      ...before,
    });
  } else if (draw < 0.47) log.add(random, { ...base, verb: "shared" });
  else if (draw < 0.53) log.add(random, { ...base, verb: "asked" });
  else if (draw < 0.62) log.add(random, { ...base, verb: "rated", score: random.normal(0.78, 0.15) });
  else return repeats;
  return repeats + 1;
}

/** A visit to a course: often opened, less often finished. */
export function study({ log, random, person, days, observed }: Visit, activity: Activity, left: number): number {
  const start = random.int(0, days.length - 1);
  const later = () => days[Math.min(days.length - 1, start + random.int(0, 4))] ?? 0;
  const assignedBy = whoAsked(random, observed);
  const base = { person, activity, assignedBy };
  const full = activity.minutes * 60;
  log.add(random, { ...base, verb: "accessed", day: days[start] ?? 0, seconds: full * random.between(0.1, 0.6) });
  if (left === 1 || random.chance(0.35)) return 1;
  const score = random.normal(0.76, 0.13);
  const verb = activity.format === "video" ? "completed" : score < 0.6 ? "failed" : "passed";
  log.add(random, {
    ...base,
    verb,
    day: later(),
    score,
    confidence: random.normal(0.72, 0.14),
    seconds: full * random.between(0.5, 1.1),
  });
  if (left === 2 || random.chance(0.7)) return 2;
  log.add(random, { ...base, verb: "rated", day: later(), score: random.normal(0.7, 0.17) });
  return 3;
}
