import { type Month, monthsFrom } from "./calendar";
import { moveAround, promoteSuccessors, sendOnLeave } from "./careers";
import { inventName } from "./names";
import { sites, type Unit, units } from "./organisation";
import { type Random, randomFor } from "./random";
import type { RoleCode } from "./roles";
import type { Person, Roster, Team } from "./roster";

const meanTeam = 11;
const largestTeam = 14;
const presentFromStart = 0.8;
const yearlyExits = 0.125;

type Start = { seed: number; people: number; months: Month[]; names: Map<string, number> };

export function buildRoster({
  seed,
  people,
  firstMonth,
  months,
}: {
  seed: number;
  people: number;
  firstMonth: string;
  months: number;
}): Roster {
  const calendar = monthsFrom(firstMonth, months);
  const start: Start = { seed, people, months: calendar, names: new Map() };
  const teams = formTeams(start);
  const roster: Roster = {
    seed,
    months: calendar,
    first: calendar[0]?.first ?? 0,
    last: calendar.at(-1)?.last ?? 0,
    people: [],
    teams,
  };
  hireInitial(roster, start);
  hireReplacements(roster, start);
  promoteSuccessors(roster);
  moveAround(roster);
  sendOnLeave(roster);
  return roster;
}

function formTeams({ seed, people }: Start): Team[] {
  const random = randomFor(seed, "teams");
  const teams: Team[] = [];
  for (const [unit, { share, name }] of units.entries()) {
    const count = Math.max(sites.length, Math.round((people * presentFromStart * share) / meanTeam));
    const observing = new Set(
      random.shuffled(Array.from({ length: count }, (_, index) => index)).slice(0, Math.ceil(count / 2)),
    );
    for (let index = 0; index < count; index++) {
      const site = index % sites.length;
      const number = Math.floor(index / sites.length) + 1;
      const observes = observing.has(index);
      teams.push({ index: teams.length, name: `${name} ${sites[site]} ${number}`, unit, site, observes, managers: [] });
    }
  }
  return teams;
}

function unitOf(team: Team): Unit {
  const unit = units[team.unit];
  if (!unit) throw new Error(`${team.name} has no unit`);
  return unit;
}

function hireInitial(roster: Roster, { seed, people, names }: Start): void {
  const random = randomFor(seed, "people");
  const total = Math.round(people * presentFromStart);
  const perTeam = roster.teams.map((team) => {
    const mates = roster.teams.filter(({ unit }) => unit === team.unit).length;
    return (total * unitOf(team).share) / mates + random.between(-1.5, 1.5);
  });
  const scale = total / perTeam.reduce((sum, size) => sum + size, 0);
  let owed = 0;
  for (const team of roster.teams) {
    owed += (perTeam[team.index] ?? 0) * scale;
    const size = Math.round(owed);
    owed -= size;
    for (let seat = 0; seat < size; seat++) {
      const tenure = Math.min(5400, 40 - Math.log(1 - random.next()) * 1500) + (seat === 0 ? 400 : 0);
      const role = seat === 0 ? unitOf(team).manager : pickRole(random, team);
      const person = hire(roster, { random, names, team, role, day: Math.round(roster.first - tenure) });
      if (seat === 0) team.managers.push({ from: roster.first - 6000, person: person.index });
    }
  }
}

/** Every leaver is replaced after a few weeks while the planned number of people lasts; what is left is growth. */
function hireReplacements(roster: Roster, { seed, people, names }: Start): void {
  const random = randomFor(seed, "replacements");
  const sizes = roster.teams.map(() => 0);
  for (const person of roster.people) count(sizes, person, 1);
  const places = roster.people.flatMap((person) =>
    person.exit === null ? [] : [{ day: person.exit, team: person.spells[0]?.team ?? 0 }],
  );
  places.sort((left, right) => left.day - right.day);

  for (let next = 0; roster.people.length < people; next++) {
    const place = places[next];
    const grown = random.pick(roster.teams.filter(({ index }) => (sizes[index] ?? 0) < largestTeam));
    const team = place ? roster.teams[place.team] : grown;
    if (!team) return;
    const day = place ? place.day + random.int(15, 60) : random.int(roster.first + 10, roster.last - 60);
    if (day > roster.last - 20) continue;
    const person = hire(roster, { random, names, team, role: pickRole(random, team), day });
    if (!place) count(sizes, person, 1);
    if (person.exit !== null) places.push({ day: person.exit, team: team.index });
  }
}

function count(sizes: number[], person: Person, by: number): void {
  const team = person.spells[0]?.team ?? 0;
  sizes[team] = (sizes[team] ?? 0) + by;
}

function pickRole(random: Random, team: Team): RoleCode {
  return random.weighted(unitOf(team).mix, ({ share }) => share).role;
}

type Hire = { random: Random; names: Map<string, number>; team: Team; role: RoleCode; day: number };

function hire(roster: Roster, { random, names, team, role, day }: Hire): Person {
  const exit = Math.round(Math.max(roster.first, day + 25) - (Math.log(1 - random.next()) * 365) / yearlyExits);
  const exitType = random.weighted(["voluntary", "involuntary", "other"] as const, (type) =>
    type === "voluntary" ? 0.68 : type === "involuntary" ? 0.2 : 0.12,
  );
  const regretted = exitType === "voluntary" && random.chance(0.45);
  const leaves = exit <= roster.last - 5;
  const person: Person = {
    index: roster.people.length,
    id: `E${String(roster.people.length + 1).padStart(6, "0")}`,
    ...inventName(random, names),
    hire: day,
    exit: leaves ? exit : null,
    exitType: leaves ? exitType : null,
    regretted: leaves ? regretted : null,
    spells: [{ from: day, role, team: team.index, event: "hire" }],
    leave: null,
  };
  roster.people.push(person);
  return person;
}
