import { join } from "node:path";
import { dateText, dayOf, type Month } from "./calendar";
import { chainOf } from "./chains";
import type { Cohorts } from "./cohorts";
import { CsvFile } from "./csv-file";
import { levelAlone, trueLevel } from "./levels";
import { isForgotten, oddityOf } from "./odd-behaviours";
import { plans } from "./plans";
import { fixedNormal, type Random, randomFor } from "./random";
import type { WrittenBehaviour } from "./role-source";
import type { Role } from "./roles";
import {
  colleaguesByTeam,
  daysAtWork,
  isActive,
  managerOfTeam,
  type Person,
  type Roster,
  spellAt,
  type Team,
  worksThrough,
} from "./roster";

type Source = "manager" | "peer" | "system" | "self";

const header =
  "observation_id employee_id behaviour level source rater_id observed_at independent accurate artefact consistent".split(
    " ",
  );
/** Chance per quarter that one of a person's three behaviours is seen by this source. */
const chances: Record<Source, { observing: number; other: number }> = {
  manager: { observing: 0.92, other: 0.1 },
  peer: { observing: 0.38, other: 0.2 },
  system: { observing: 0.22, other: 0.2 },
  self: { observing: 0.2, other: 0.18 },
};
const sources = Object.keys(chances) as Source[];

type Row = { day: number; cells: (string | number | boolean | null)[] };

export function writeObservations(folder: string, roster: Roster, roles: Map<string, Role>, cohorts: Cohorts): number {
  const file = new CsvFile(join(folder, "observations.csv"), header);
  for (const month of roster.months) {
    const rows: Row[] = [];
    const middle = month.first + 14;
    const colleagues = colleaguesByTeam(roster, middle);
    for (const team of roster.teams) {
      const mates = colleagues[team.index] ?? [];
      for (const person of mates) {
        const occasion = { roster, roles, cohorts, month, team, mates, person };
        observe(rows, occasion);
        rows.push(...logAtTheStation(occasion));
      }
    }
    rows.sort((left, right) => left.day - right.day);
    for (const { day, cells } of rows) {
      const id = `O${String(file.rows + 1).padStart(7, "0")}`;
      const [employee, behaviour, level, source, rater, ...rest] = cells;
      file.add([
        id,
        employee ?? null,
        behaviour ?? null,
        level ?? null,
        source ?? null,
        rater ?? null,
        dateText(day),
        ...rest,
      ]);
    }
  }
  return file.close();
}

type Occasion = {
  roster: Roster;
  roles: Map<string, Role>;
  cohorts: Cohorts;
  month: Month;
  team: Team;
  mates: Person[];
  person: Person;
};

/** Each of a person's three behaviours has its own month within the quarter, and keeps it. */
function observe(rows: Row[], occasion: Occasion): void {
  const { roster, roles, month, team, mates, person } = occasion;
  const role = roles.get(spellAt(person, month.first + 14).role);
  if (!role || role.behaviours.length === 0 || !worksThrough(person, month)) return;
  const random = randomFor(roster.seed, "observations", person.index, month.index);
  const days = daysAtWork(person, month);
  for (const [index, behaviour] of focus(role, person).entries()) {
    if ((index + person.index) % 3 !== month.index % 3) continue;
    for (const source of sources) {
      if (!random.chance(chances[source][team.observes ? "observing" : "other"])) continue;
      const day = random.pick(days);
      const rater = findRater(random, roster, source, team, mates, person, day);
      if (rater === undefined) continue;
      const row = rate(random, occasion, behaviour[4], source, rater, day);
      if (!isForgotten(behaviour[4], month)) rows.push(row);
    }
  }
}

/** While the certificate is evaluated, the gauge log of each station rates one of its behaviours a month. */
function logAtTheStation(occasion: Occasion): Row[] {
  const { roster, cohorts, month, person } = occasion;
  const { baseline, followUp } = plans["quality-certification"];
  const isMember = cohorts.get("quality-certification")?.has(person.index) ?? false;
  if (!isMember || month.last < dayOf(baseline.from) || month.first > dayOf(followUp.to)) return [];
  if (!worksThrough(person, month)) return [];
  const { behaviours } = chainOf("quality-certification");
  const statement = behaviours[(person.index + month.index) % behaviours.length];
  const random = randomFor(roster.seed, "station log", person.index, month.index);
  if (!statement) return [];
  return [rate(random, occasion, statement, "system", null, random.pick(daysAtWork(person, month)))];
}

/** Two behaviours of the role's first skill and one of the others: the same ones every quarter. */
function focus(role: Role, person: Person): WrittenBehaviour[] {
  const main = role.behaviours.filter(([, skill]) => skill === role.behaviours[0]?.[1]);
  const others = role.behaviours.filter((behaviour) => !main.includes(behaviour));
  const first = main[person.index % main.length];
  const second = main[(person.index + 1) % main.length];
  const third = others[person.index % others.length];
  return [first, second, third].filter((behaviour) => behaviour !== undefined);
}

function findRater(
  random: Random,
  roster: Roster,
  source: Source,
  team: Team,
  mates: Person[],
  person: Person,
  day: number,
) {
  if (source === "system") return null;
  if (source === "self") return person;
  if (source === "manager") {
    const manager = managerOfTeam(roster, team, day);
    return manager && manager !== person && isActive(manager, day) ? manager : undefined;
  }
  const peers = mates.filter((mate) => mate !== person && isActive(mate, day));
  return peers.length > 0 ? random.pick(peers) : undefined;
}

function rate(
  random: Random,
  occasion: Occasion,
  behaviour: string,
  source: Source,
  rater: Person | null,
  day: number,
): Row {
  const { roster, cohorts, person } = occasion;
  const truth = trueLevel(roster, cohorts, person, behaviour, day, source === "self");
  const severity = rater && source !== "self" ? 0.3 * fixedNormal(roster.seed, "severity", rater.index) : 0;
  const inflation = source === "self" ? 0.45 : 0;
  const oddity = oddityOf(roster.seed, behaviour, [rater?.index ?? -1, person.index, day]);
  const level = Math.min(5, Math.max(1, Math.round(truth + severity + inflation + random.normal(0, 0.4) + oddity)));
  const alone = levelAlone(cohorts, person, behaviour, day, truth);
  const independent = random.chance(1 / (1 + Math.exp(1.6 * (2.3 - alone))));
  const accurate = random.chance(1 / (1 + Math.exp(1.6 * (2 - truth))));
  const chance = 1 / (1 + Math.exp(1.6 * (2.1 - truth)));
  const consistent = randomFor(roster.seed, "consistency", person.index, day).chance(chance);
  const artefact = source === "system" || random.chance(0.15) ? `job ${random.int(10_000, 99_999)}` : null;
  const flags = [independent, accurate, artefact, consistent];
  return { day, cells: [person.id, behaviour, level, source, rater?.id ?? null, ...flags] };
}
