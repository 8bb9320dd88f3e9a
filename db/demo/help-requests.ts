import { join } from "node:path";
import { timeText } from "./calendar";
import { CsvFile } from "./csv-file";
import { type HelpTopic, helpTopics } from "./help-topics";
import { askedAgain } from "./missed-concepts";
import { type Random, randomFor } from "./random";
import type { Role } from "./roles";
import { daysAtWork, isActive, type Person, type Roster, spellAt } from "./roster";

const header = "request_id employee_id asked_at answered_at helper_id minutes task topic channel".split(" ");

type Asked = { at: number; cells: (string | number | null)[] };

/**
 * Who asked whom at work. Newcomers ask about eight times as often in their first weeks as others, and need a second and a third person more
 * often. Planted: the tax question of Billing is asked by all of them, answered by the same two, and a day later;
 * and what assemblers miss when they are asked (`missed-concepts.ts`).
 */
export function writeHelpRequests(folder: string, roster: Roster, roles: Map<string, Role>): number {
  const file = new CsvFile(join(folder, "help_requests.csv"), header);
  for (const month of roster.months) {
    const colleagues = byRoleAndTeam(roster, month.last);
    const asked = roster.people.flatMap((person): Asked[] => {
      const days = daysAtWork(person, month);
      const first = days[0];
      const role = first === undefined ? undefined : roles.get(spellAt(person, first).role);
      const topics = role && helpTopics[role.code];
      if (!role || !topics) return [];
      const random = randomFor(roster.seed, "help", person.index, month.index);
      const tenure = (month.last - person.hire) / 30;
      const rate = (0.35 + 2.6 * Math.exp(-Math.max(0, tenure) / 3)) * (days.length / month.workdays.length);
      const rows: Asked[] = [];
      const ask = (topic: HelpTopic, random: Random) => {
        const task = role.tasks.find(({ id }) => id === topic.task)?.name ?? null;
        const around = topic.experts ? colleagues.experts(role.code) : colleagues.of(person);
        const people = around.filter((one) => one !== person);
        rows.push(...askFor({ person, topic, task, day: random.pick(days), tenure, people, random }));
      };
      for (let left = random.poisson(rate); left > 0; left--) {
        ask(
          random.weighted(topics, ({ weight }) => weight),
          random,
        );
      }
      const again = askedAgain(roster, role.code, person, month);
      for (const topic of again.topics) ask(topic, again.random);
      return rows;
    });
    asked.sort((left, right) => left.at - right.at);
    for (const { cells } of asked) file.add([`H${String(file.rows + 1).padStart(7, "0")}`, ...cells]);
  }
  return file.close();
}

type Question = {
  person: Person;
  topic: HelpTopic;
  task: string | null;
  day: number;
  tenure: number;
  people: readonly Person[];
  random: Random;
};

/** One question, put to one, two or three people in turn. */
function askFor({ person, topic, task, day, tenure, people, random }: Question): Asked[] {
  const rows: Asked[] = [];
  let at = day * 86_400 + random.int(8 * 3600, 15 * 3600);
  const helpers = random.shuffled(people.filter((one) => isActive(one, day)));
  const more = tenure < 4 ? 0.4 : 0.14;
  for (let turn = 0; turn < 3; turn++) {
    const helper = helpers[turn];
    const wait = Math.round(topic.waitHours * 3600 * Math.exp(random.normal(0, 0.8)));
    const minutes = Math.max(1, Math.round(topic.minutes * Math.exp(random.normal(0, 0.45))));
    const isAnswered = helper !== undefined && random.chance(0.95);
    const cells = [
      person.id,
      timeText(at),
      isAnswered ? timeText(at + wait) : null,
      helper && random.chance(0.95) ? helper.id : null,
      isAnswered && random.chance(0.92) ? minutes : null,
      task,
      topic.name,
      random.pick(["Chat", "Chat", "In person", "Call", "Ticket comment"]),
    ];
    rows.push({ at, cells });
    if (!random.chance(more)) break;
    at += random.int(20, 180) * 60;
  }
  return rows;
}

/** Who can be asked on a day: the others of one's team, and the two longest in a role. */
function byRoleAndTeam(roster: Roster, day: number) {
  const active = roster.people.filter((person) => isActive(person, day));
  const inTeam = new Map<number, Person[]>();
  const inRole = new Map<string, Person[]>();
  for (const person of active) {
    const { team, role } = spellAt(person, day);
    inTeam.set(team, [...(inTeam.get(team) ?? []), person]);
    inRole.set(role, [...(inRole.get(role) ?? []), person]);
  }
  return {
    of: (person: Person) => inTeam.get(spellAt(person, day).team) ?? [],
    experts: (role: string) => (inRole.get(role) ?? []).toSorted((left, right) => left.hire - right.hire).slice(0, 2),
  };
}
