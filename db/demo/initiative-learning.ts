import { type Activity, activities } from "./activities";
import type { Cohorts, Member } from "./cohorts";
import { openInFlow, type Visit } from "./learning-visit";
import type { InitiativeCode } from "./truth";

const activity = new Map(activities.map((item) => [item.code, item]));

function named(code: string): Activity {
  const found = activity.get(code);
  if (!found) throw new Error(`No activity ${code}`);
  return found;
}

/** What people do with the initiatives they are exposed to. Nobody else touches these activities. */
export function writeInitiativeLearning(visit: Visit, cohorts: Cohorts): void {
  for (const [code, members] of cohorts) {
    const member = members.get(visit.person.index);
    if (!member || member.exposed === null || member.exposed > visit.month.last) continue;
    const days = visit.days.filter((day) => day >= (member.exposed ?? 0));
    if (days.length > 0) take[code]({ ...visit, days }, member);
  }
}

const take: Record<InitiativeCode, (visit: Visit, member: Member) => void> = {
  "refund-handling": (visit, member) => {
    const early = visit.month.first < (member.exposed ?? 0) + 180;
    const task = hardTask(visit, "refunding");
    practise(visit, "rh-checklist", early ? 3.2 : 2.2, task);
    practise(visit, "rh-cards", early ? 1.4 : 0.6, task);
  },
  "setup-verification": (visit) => {
    const task = hardTask(visit, "Set up");
    practise(visit, "sv-checklist", visit.observed ? 2.6 : 1.2, task);
    practise(visit, "sv-hints", visit.observed ? 1.2 : 0.7, task);
  },
  "quality-certification": (visit, member) => {
    if (member.certified !== undefined) takeCertificate(visit, member.exposed ?? 0, member.certified);
  },
  "negotiation-library": ({ log, random, person, days }) => {
    for (const code of ["nl-library", "nl-library", "nl-sheet"]) {
      for (let use = random.poisson(0.8); use > 0; use--) {
        const base = { person, activity: named(code), day: random.pick(days), assignedBy: "self" } as const;
        log.add(random, { ...base, verb: "accessed", seconds: base.activity.minutes * random.between(20, 50) });
        if (random.chance(0.6))
          log.add(random, { ...base, verb: "completed", seconds: base.activity.minutes * random.between(50, 70) });
        if (random.chance(0.25)) log.add(random, { ...base, verb: "rated", score: random.normal(0.9, 0.07) });
      }
    }
  },
};

function hardTask({ role }: Visit, words: string): string | undefined {
  return (role.tasks.find(({ name }) => name.includes(words)) ?? role.tasks.find(({ depth }) => depth === "complex"))
    ?.name;
}

function practise(visit: Visit, code: string, mean: number, task: string | undefined): void {
  for (let left = visit.random.poisson(mean); left > 0; ) left -= openInFlow(visit, named(code), left, task);
}

/** All in the month of the exposure: the course, one or two attempts, the certificate. */
function takeCertificate({ log, random, person, month }: Visit, exposed: number, certified: number): void {
  if (certified < month.first || certified > month.last) return;
  const base = { person, assignedBy: "manager" } as const;
  const course = named("qc-course");
  const exam = named("qc-certificate");
  log.add(random, { ...base, activity: course, verb: "accessed", day: exposed, seconds: 1800 });
  log.add(random, {
    ...base,
    activity: course,
    verb: "completed",
    day: certified - 1,
    score: random.normal(0.86, 0.07),
    confidence: random.normal(0.8, 0.1),
    seconds: 180 * random.between(40, 65),
  });
  if (random.chance(0.08))
    log.add(random, {
      ...base,
      activity: exam,
      verb: "failed",
      day: certified - 1,
      score: random.normal(0.5, 0.06),
      confidence: 0.6,
      seconds: 2400,
    });
  log.add(random, {
    ...base,
    activity: exam,
    verb: "passed",
    day: certified,
    score: random.normal(0.88, 0.05),
    confidence: random.normal(0.85, 0.08),
    seconds: 2500,
  });
  log.add(random, { ...base, activity: exam, verb: "certified", day: certified });
  if (random.chance(0.4))
    log.add(random, { ...base, activity: course, verb: "rated", day: certified, score: random.normal(0.71, 0.15) });
}
