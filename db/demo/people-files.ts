import { join } from "node:path";
import { dateText } from "./calendar";
import { type Cell, CsvFile } from "./csv-file";
import { baseHourlyCost, sites, units } from "./organisation";
import { fixedNormal } from "./random";
import type { Role } from "./roles";
import { managerOf, type Person, type Roster, spellAt, teamAt } from "./roster";

const peopleHeader =
  "employee_id name email role unit site team manager_id hire_date exit_date exit_type regretted hourly_cost".split(
    " ",
  );

const siteCost = [1.06, 1.02, 0.72];

/** People as they are now, or as they were on their last day. */
export function writePeople(folder: string, roster: Roster, roles: Map<string, Role>): number {
  const file = new CsvFile(join(folder, "people.csv"), peopleHeader);
  for (const person of roster.people) {
    const day = person.exit ?? roster.last;
    const { role } = spellAt(person, day);
    const team = teamAt(roster, person, day);
    const spread = 1 + 0.06 * fixedNormal(roster.seed, "cost", person.index);
    const cost = baseHourlyCost(role) * (siteCost[team.site] ?? 1) * spread;
    file.add([
      person.id,
      person.name,
      person.email,
      roles.get(role)?.title ?? role,
      units[team.unit]?.path ?? null,
      sites[team.site] ?? null,
      team.name,
      managerOf(roster, person, day)?.id ?? null,
      dateText(person.hire),
      person.exit === null ? null : dateText(person.exit),
      person.exitType,
      person.regretted,
      cost.toFixed(2),
    ]);
  }
  return file.close();
}

export function writeEmploymentEvents(folder: string, roster: Roster, roles: Map<string, Role>): number {
  const file = new CsvFile(join(folder, "employment_events.csv"), ["employee_id", "date", "event", "from", "to"]);
  const events = roster.people.flatMap((person) => eventsOf(person, roster, roles));
  events.sort((left, right) => left.day - right.day);
  for (const { day, cells } of events) file.add([cells[0] ?? null, dateText(day), ...cells.slice(1)]);
  return file.close();
}

type Event = { day: number; cells: Cell[] };

function eventsOf(person: Person, roster: Roster, roles: Map<string, Role>): Event[] {
  const title = (code: string) => roles.get(code)?.title ?? code;
  const path = (team: number) => units[roster.teams[team]?.unit ?? -1]?.path ?? null;
  const events: Event[] = [];
  for (const [index, spell] of person.spells.entries()) {
    const before = person.spells[index - 1];
    if (!before) {
      events.push({ day: spell.from, cells: [person.id, "hire", null, title(spell.role)] });
      continue;
    }
    if (before.role !== spell.role) {
      events.push({ day: spell.from, cells: [person.id, spell.event, title(before.role), title(spell.role)] });
    }
    if (path(before.team) !== path(spell.team)) {
      events.push({ day: spell.from, cells: [person.id, "transfer", path(before.team), path(spell.team)] });
    }
  }
  if (person.leave) events.push({ day: person.leave.from, cells: [person.id, "leave", null, null] });
  if (person.leave && person.leave.to <= roster.last)
    events.push({ day: person.leave.to, cells: [person.id, "return", null, null] });
  const role = person.spells.at(-1)?.role;
  if (person.exit !== null && role) events.push({ day: person.exit, cells: [person.id, "exit", title(role), null] });
  return events;
}
