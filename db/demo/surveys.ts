import { join } from "node:path";
import { dateText, dayOf } from "./calendar";
import type { Cohorts } from "./cohorts";
import { CsvFile } from "./csv-file";
import { plans } from "./plans";
import { type Random, randomFor } from "./random";
import type { Role } from "./roles";
import { daysAtWork, isActive, type Person, type Roster, spellAt } from "./roster";
import { type AnswerClass, debriefAnswers, pulseAnswers } from "./survey-answers";
import { initiativeCodes } from "./truth";

const header = "employee_id date instrument initiative question answer class".split(" ");
const pulseQuestion = "Think of the last hard task: what did the support you found do for you?";
const debriefQuestion = "What did this initiative do for your daily work?";

type Row = [
  employee: string | null,
  instrument: string,
  initiative: string | null,
  question: string,
  answer: string,
  kind: AnswerClass,
];

export function writeSurveys(folder: string, roster: Roster, roles: Map<string, Role>, cohorts: Cohorts): number {
  const file = new CsvFile(join(folder, "surveys.csv"), header);
  const rows = [...pulse(roster, roles), ...debriefs(roster, cohorts)].sort((left, right) => left.day - right.day);
  for (const {
    day,
    cells: [employee, ...rest],
  } of rows)
    file.add([employee, dateText(day), ...rest]);
  return file.close();
}

/** Quarterly, answered by about a third; the support in the flow of work slowly gets better. */
function pulse(roster: Roster, roles: Map<string, Role>): { day: number; cells: Row }[] {
  return roster.months
    .filter(({ index }) => index % 3 === 2)
    .flatMap((month) =>
      roster.people.flatMap((person) => {
        const random = randomFor(roster.seed, "pulse", person.index, month.index);
        const days = daysAtWork(person, month);
        if (days.length < 10 || !random.chance(0.34)) return [];
        const role = roles.get(spellAt(person, month.first).role);
        const helpful = 0.42 + (0.16 * month.index) / 24 + (role?.operational ? 0.06 : -0.08);
        const kind = random.chance(helpful) ? "helpful" : random.chance(0.45) ? "distracting" : "irrelevant";
        const cells: Row = [person.id, "pulse", null, pulseQuestion, random.pick(pulseAnswers[kind]), kind];
        return [{ day: random.pick(days), cells }];
      }),
    );
}

function debriefs(roster: Roster, cohorts: Cohorts): { day: number; cells: Row }[] {
  return initiativeCodes.flatMap((code) => {
    const end = dayOf(plans[code].followUp.to) + 10;
    const random = randomFor(roster.seed, `debrief ${code}`);
    return [...(cohorts.get(code)?.values() ?? [])].flatMap((member) => {
      const person = roster.people[member.person];
      if (member.exposed === null || !person || !answers(random, person, end)) return [];
      const kind = random.weighted(
        ["helpful", "distracting", "irrelevant"] as const,
        (candidate) => debriefAnswers[code][candidate].share,
      );
      const cells: Row = [
        person.id,
        "debrief",
        code,
        debriefQuestion,
        random.pick(debriefAnswers[code][kind].says),
        kind,
      ];
      return [{ day: end + random.int(0, 3), cells }];
    });
  });
}

function answers(random: Random, person: Person, day: number): boolean {
  return random.chance(0.6) && isActive(person, day) && isActive(person, day + 3);
}
