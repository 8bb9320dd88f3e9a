import type { Month } from "./calendar";
import type { RoleCode } from "./roles";

/** A stretch of days in one role and team; the next spell ends it. */
export type Spell = { from: number; role: RoleCode; team: number; event: "hire" | "promotion" | "lateral_move" };

export type Person = {
  index: number;
  id: string;
  name: string;
  email: string;
  hire: number;
  exit: number | null;
  exitType: "voluntary" | "involuntary" | "other" | null;
  regretted: boolean | null;
  spells: Spell[];
  leave: { from: number; to: number } | null;
};

export type Team = {
  index: number;
  name: string;
  unit: number;
  site: number;
  /** Whether its managers watch work and write down what they see. */
  observes: boolean;
  managers: { from: number; person: number }[];
};

export type Roster = {
  seed: number;
  months: Month[];
  first: number;
  last: number;
  people: Person[];
  teams: Team[];
};

export function spellAt(person: Person, day: number): Spell {
  let current = person.spells[0];
  for (const spell of person.spells) if (spell.from <= day) current = spell;
  if (!current) throw new Error(`${person.id} has no job`);
  return current;
}

export function isActive(person: Person, day: number): boolean {
  if (day < person.hire || (person.exit !== null && day > person.exit)) return false;
  return person.leave === null || day < person.leave.from || day >= person.leave.to;
}

/** In the same job from the first to the last day of the month. */
export function worksThrough(person: Person, month: Month): boolean {
  return (
    isActive(person, month.first) &&
    isActive(person, month.last) &&
    (person.leave === null || person.leave.from > month.last || person.leave.to <= month.first) &&
    spellAt(person, month.first) === spellAt(person, month.last)
  );
}

/** The working days of a month on which this person can have done something. */
export function daysAtWork(person: Person, month: Month): number[] {
  return isActive(person, month.first) && worksThrough(person, month)
    ? month.workdays
    : month.workdays.filter((day) => isActive(person, day));
}

export function teamAt(roster: Roster, person: Person, day: number): Team {
  const team = roster.teams[spellAt(person, day).team];
  if (!team) throw new Error(`${person.id} has no team`);
  return team;
}

export function managerOfTeam(roster: Roster, team: Team, day: number): Person | null {
  let manager: Person | null = null;
  for (const { from, person } of team.managers) if (from <= day) manager = roster.people[person] ?? null;
  return manager;
}

/** Team managers report to the manager of their unit's first team, who reports to nobody in the data. */
export function managerOf(roster: Roster, person: Person, day: number): Person | null {
  const team = teamAt(roster, person, day);
  const manager = managerOfTeam(roster, team, day);
  if (manager !== person) return manager;
  const head = roster.teams.find(({ unit }) => unit === team.unit);
  if (!head || head === team) return null;
  return managerOfTeam(roster, head, day);
}

export function colleaguesByTeam(roster: Roster, day: number): Person[][] {
  const teams: Person[][] = roster.teams.map(() => []);
  for (const person of roster.people) {
    if (isActive(person, day)) teams[spellAt(person, day).team]?.push(person);
  }
  return teams;
}
