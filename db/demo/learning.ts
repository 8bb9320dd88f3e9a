import { type Activity, activities } from "./activities";
import type { Cohorts } from "./cohorts";
import { writeInitiativeLearning } from "./initiative-learning";
import { LearningLog } from "./learning-log";
import { nudge, openInFlow, study, type Visit } from "./learning-visit";
import { writeChecks } from "./missed-concepts";
import { fixedNormal, randomFor } from "./random";
import type { Role } from "./roles";
import { daysAtWork, type Roster, spellAt, teamAt } from "./roster";

const duties = activities.filter(({ duty }) => duty === "yearly" || duty === "onboarding");

type LearningOptions = { roster: Roster; roles: Map<string, Role>; cohorts: Cohorts; perPersonMonth: number };

const season = [1.1, 1.05, 1, 1.05, 0.95, 0.95, 0.75, 0.65, 1.15, 1.1, 1.05, 0.75];

export function writeLearningEvents(
  folder: string,
  { roster, roles, cohorts, perPersonMonth }: LearningOptions,
): number {
  const log = new LearningLog(folder);
  const offers = new Map([...roles.keys()].map((code) => [code, offerFor(code)]));
  for (const month of roster.months) {
    for (const person of roster.people) {
      const days = daysAtWork(person, month);
      const first = days[0];
      if (first === undefined) continue;
      const role = roles.get(spellAt(person, first).role);
      const offer = role && offers.get(role.code);
      if (!role || !offer) continue;
      const random = randomFor(roster.seed, "learning", person.index, month.index);
      const observed = teamAt(roster, person, first).observes;
      const visit: Visit = { log, random, person, role, days, observed, month };
      const eagerness = Math.exp(0.7 * fixedNormal(roster.seed, "eagerness", person.index) - 0.245);
      const growth = 0.8 + (0.4 * month.index) / 24;
      const mean = perPersonMonth * eagerness * growth * (season[month.ofYear] ?? 1);
      spend(visit, offer, Math.min(60, random.poisson(Math.min(40, mean))));
      doDuties(visit);
      writeInitiativeLearning(visit, cohorts);
      writeChecks(visit, roster);
    }
    log.endMonth();
  }
  return log.close();
}

type Offer = { inFlow: Activity[]; destination: Activity[] };

function offerFor(code: string): Offer {
  const own = activities.filter(
    ({ roles, initiative, duty }) => !initiative && !duty && (roles.length === 0 || roles.includes(code)),
  );
  return {
    inFlow: own.filter(({ delivery }) => delivery === "in_flow"),
    destination: own.filter(({ delivery }) => delivery === "destination"),
  };
}

function spend(visit: Visit, offer: Offer, events: number): void {
  const { random, month, role, observed } = visit;
  const share = offer.inFlow.length === 0 ? 0 : (role.operational ? 0.42 : 0.25) + (0.28 * month.index) / 24;
  let left = events;
  while (left > 0) {
    if (offer.inFlow.length > 0 && random.chance(observed ? 0.06 : 0.025))
      left -= nudge(visit, random.pick(offer.inFlow));
    else if (random.chance(share)) left -= openInFlow(visit, random.pick(offer.inFlow), left);
    else left -= study(visit, random.pick(offer.destination), left);
  }
}

function doDuties({ log, random, person, days, month }: Visit): void {
  const tenure = Math.round((month.first - person.hire) / 30);
  for (const [index, activity] of duties.entries()) {
    const due =
      activity.duty === "yearly" ? (person.index * 5 + index * 6) % 12 === month.ofYear : tenure === 0 || tenure === -1;
    if (!due || !days[0] || random.chance(0.04)) continue;
    const day = random.pick(days);
    const base = { person, activity, assignedBy: "system" } as const;
    const score = random.normal(0.88, 0.07);
    log.add(random, { ...base, verb: "accessed", day, seconds: activity.minutes * 20 });
    log.add(random, {
      ...base,
      verb: activity.duty === "yearly" ? "passed" : "completed",
      day,
      score,
      confidence: random.normal(0.8, 0.1),
      seconds: activity.minutes * 40,
    });
    if (activity.duty === "yearly") log.add(random, { ...base, verb: "certified", day });
  }
}
