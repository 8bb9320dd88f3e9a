import { daysBetween } from "@/lib/days";
import type { EvidenceRules } from "@/lib/evidence/rules";
import { type Candidate, chooseRound, type Turns } from "./choose-round";
import type { Need, RatingSeen, Report, SkipSeen } from "./read-candidates";
import type { Round, RoundCard } from "./round";
import { type About, isOf, type Thing, thingsOf } from "./things";
import { uncertainty } from "./uncertainty";
import { burden, mondayOf, restOfSkip } from "./week";

type Known = { reports: Report[]; needs: Need[]; ratings: RatingSeen[]; skips: SkipSeen[]; rules: EvidenceRules };

/**
 * The round of a day from what is known. What was answered today is left out of the choice, so that the round stays the same all day, and
 * marked in it. `answeredElsewhere` counts answers of the week about people who do not report directly.
 */
export function arrangeRound(known: Known, userId: string, day: string, answeredElsewhere: number): Round {
  const { asking, weights } = known.rules;
  const { week, sitting } = burden(asking);
  const things = thingsOf(known.reports, known.needs);
  const before = known.ratings.filter((rating) => !rating.today);
  const earlierSkips = known.skips.filter((skip) => skip.on < day);
  const candidates = things.map((thing): Candidate => {
    const interval = thing.need.critical ? asking.criticalEveryDays : asking.everyDays;
    return {
      subject: thing.subject,
      behaviourId: thing.need.behaviourId,
      critical: thing.need.critical,
      uncertainty: Math.max(
        ...thing.people.map((person) =>
          uncertainty(
            before
              .filter((rating) => isOf(rating, person, thing))
              .map(({ level, source, on }) => ({ level, weight: weights[source], daysAgo: daysBetween(on, day) })),
            thing.need.halfLifeDays ?? known.rules.halfLifeDays,
          ),
        ),
      ),
      observedDaysAgo: leastDays(
        before.filter(
          (rating) => rating.source === "manager" && thing.people.some((person) => isOf(rating, person, thing)),
        ),
        day,
      ),
      skippedForDays: Math.max(
        0,
        ...earlierSkips
          .filter((skip) => thing.people.some((person) => isOf(skip, person, thing)))
          .map((skip) => restOfSkip(skip.why, interval) - daysBetween(skip.on, day)),
      ),
    };
  });
  const answers = countAnswers(known, things, day, answeredElsewhere);
  const chosen = chooseRound(
    candidates,
    turnsOf(things, before, earlierSkips, day),
    { ...asking, left: Math.max(0, week - answers.beforeToday) },
    `${day} ${userId}`,
  );

  const byKey = new Map(things.map((thing) => [thing.key, thing]));
  let open = Math.max(0, week - answers.beforeToday - answers.today);
  const cards: RoundCard[] = [];
  for (const { subject, behaviourId } of chosen) {
    const thing = byKey.get(`${subject} ${behaviourId}`);
    if (!thing) continue;
    const answered = answerOf(thing, known, day);
    if (!answered && open-- <= 0) continue;
    cards.push(cardOf(thing, answered));
  }
  const used = answers.beforeToday + answers.today;
  return {
    userId,
    day,
    cards,
    sitting,
    reports: known.reports.length,
    week: { used, budget: week, secondsPerRating: asking.secondsPerRating },
  };
}

function leastDays(ratings: readonly { on: string }[], day: string): number | null {
  return ratings.length === 0 ? null : Math.min(...ratings.map(({ on }) => daysBetween(on, day)));
}

function answerOf(thing: Thing, { ratings, skips }: Known, day: string): RoundCard["answered"] {
  const isAbout = (fact: About) => thing.people.some((person) => isOf(fact, person, thing));
  if (ratings.some((rating) => rating.today && isAbout(rating))) return "rated";
  return skips.some((skip) => skip.on === day && isAbout(skip)) ? "skipped" : null;
}

/** An answer about a team is one answer, however many members it is given to. */
function countAnswers({ ratings, skips }: Known, things: readonly Thing[], day: string, elsewhere: number) {
  const teamOf = new Map<string, string>();
  for (const { people, need, subject } of things) {
    for (const person of people) teamOf.set(`${person.personId} ${need.behaviourId}`, subject);
  }
  const nameOf = (fact: About) =>
    `${teamOf.get(`${fact.personId} ${fact.behaviourId}`) ?? fact.personId} ${fact.behaviourId}`;
  const given = [
    ...ratings.flatMap((one) => (one.thisWeek ? [{ name: `${nameOf(one)} ${one.on}`, today: one.today }] : [])),
    ...skips.flatMap((one) =>
      one.on >= mondayOf(day) ? [{ name: `${nameOf(one)} ${one.on} skip`, today: one.on === day }] : [],
    ),
  ];
  const today = new Set(given.filter((one) => one.today).map((one) => one.name)).size;
  const all = new Set(given.map((one) => one.name)).size;
  return { today, beforeToday: all - today + elsewhere };
}

function turnsOf(things: readonly Thing[], ratings: readonly RatingSeen[], skips: readonly SkipSeen[], day: string) {
  const turns = new Map<string, Turns>();
  const monday = mondayOf(day);
  for (const { subject, people, need } of things) {
    const had = turns.get(subject) ?? { thisWeek: 0, unseenDays: null };
    const isAbout = (fact: About) =>
      fact.behaviourId === need.behaviourId && people.some((person) => person.personId === fact.personId);
    const own = ratings.filter((rating) => rating.own && rating.source === "manager" && isAbout(rating));
    const unseen = leastDays(own, day);
    const days = new Set([
      ...own.filter((rating) => rating.thisWeek).map((rating) => rating.on),
      ...skips.filter((skip) => skip.on >= monday && isAbout(skip)).map((skip) => `${skip.on} skip`),
    ]);
    turns.set(subject, {
      thisWeek: had.thisWeek + days.size,
      unseenDays:
        had.unseenDays === null ? unseen : unseen === null ? had.unseenDays : Math.min(unseen, had.unseenDays),
    });
  }
  return turns;
}

function cardOf({ key, people, team, need }: Thing, answered: RoundCard["answered"]): RoundCard {
  const { behaviourId, statement, skill, anchors, critical } = need;
  return {
    key,
    people: people.map(({ personId: id, name }) => ({ id, name })),
    team,
    behaviourId,
    statement,
    skill,
    anchors: anchors ?? [],
    critical,
    answered,
  };
}
