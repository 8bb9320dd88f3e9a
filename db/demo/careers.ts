import { moves, units } from "./organisation";
import { randomFor } from "./random";
import { isActive, type Person, type Roster, type Team } from "./roster";

const yearlyMoves = 0.085;
const yearlyLeaves = 0.025;

function peopleByTeam(roster: Roster): Person[][] {
  const teams: Person[][] = roster.teams.map(() => []);
  for (const person of roster.people) teams[person.spells[0]?.team ?? 0]?.push(person);
  return teams;
}

/** When a manager leaves, a colleague from the team takes over the next day; without one, the manager stays. */
export function promoteSuccessors(roster: Roster): void {
  const random = randomFor(roster.seed, "succession");
  const people = peopleByTeam(roster);
  for (const team of roster.teams) {
    for (let turn = 0; turn < team.managers.length; turn++) {
      const manager = roster.people[team.managers[turn]?.person ?? -1];
      if (!manager || manager.exit === null) continue;
      const day = manager.exit + 1;
      const candidates = (people[team.index] ?? []).filter((person) => canTakeOver(person, day));
      if (candidates.length === 0) {
        manager.exit = manager.exitType = manager.regretted = null;
        continue;
      }
      const successor = random.pick(candidates);
      promote(successor, team, day);
      team.managers.push({ from: day, person: successor.index });
    }
  }
}

function canTakeOver(person: Person, day: number): boolean {
  return (
    isActive(person, day) &&
    person.hire < day - 200 &&
    person.spells.length === 1 &&
    (person.exit ?? day + 999) > day + 180
  );
}

function promote(person: Person, team: Team, day: number): void {
  const role = units[team.unit]?.manager;
  if (role) person.spells.push({ from: day, role, team: team.index, event: "promotion" });
}

export function moveAround(roster: Roster): void {
  const random = randomFor(roster.seed, "careers");
  const managers = new Set(roster.teams.flatMap((team) => team.managers.map(({ person }) => person)));
  for (const person of roster.people) {
    const from = Math.max(roster.first + 20, person.hire + 150);
    const to = (person.exit ?? roster.last) - 40;
    const years = (to - from) / 365;
    if (years <= 0 || managers.has(person.index) || !random.chance(1 - Math.exp(-yearlyMoves * years))) continue;

    const spell = person.spells[0];
    const team = roster.teams[spell?.team ?? -1];
    const open = moves.filter((move) => move.from === spell?.role && move.unit !== team?.unit);
    if (!team || open.length === 0) continue;
    const move = random.pick(open);
    const targets =
      move.unit === undefined
        ? [team]
        : roster.teams.filter(({ unit, site }) => unit === move.unit && site === team.site);
    const target = targets[random.int(0, targets.length - 1)];
    if (target)
      person.spells.push({ from: random.int(from, to), role: move.to, team: target.index, event: move.event });
  }
}

export function sendOnLeave(roster: Roster): void {
  const random = randomFor(roster.seed, "leave");
  const managers = new Set(roster.teams.flatMap((team) => team.managers.map(({ person }) => person)));
  const years = (roster.last - roster.first) / 365;
  for (const person of roster.people) {
    if (managers.has(person.index) || !random.chance(yearlyLeaves * years)) continue;
    const from = random.int(Math.max(roster.first, person.hire + 60), roster.last);
    const to = from + random.int(60, 150);
    const free = person.spells.every((spell) => spell.from < from - 20 || spell.from > to + 20);
    if (free && from < roster.last && (person.exit ?? Number.MAX_SAFE_INTEGER) > to + 20) person.leave = { from, to };
  }
}
