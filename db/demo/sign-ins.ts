import { units } from "./organisation";
import { roleCodes } from "./roles";
import { isActive, managerOf, managerOfTeam, type Person, type Roster, spellAt, teamAt } from "./roster";

type SignIn = { employeeId: string; name: string; email: string; unit: string; team: string };

/** People still employed at the end who show what each kind of user sees. */
export type SignIns = {
  manager: SignIn | null;
  employee: SignIn | null;
  /** Of the employee's team and role. */
  colleague: SignIn | null;
  headOfUnit: SignIn | null;
  hrBusinessPartner: SignIn | null;
  learningLead: SignIn | null;
};

const service = 3;

export function signInsOf(roster: Roster): SignIns {
  const team = roster.teams.find(
    ({ unit, observes, index }) => unit === service && observes && index !== firstTeam(roster)?.index,
  );
  const manager = team ? managerOfTeam(roster, team, roster.last) : null;
  const present = roster.people.filter((person) => isActive(person, roster.last) && person.hire < roster.first);
  const now = (person: Person) => spellAt(person, roster.last);
  const [employee, colleague] = present.filter(
    (person) => now(person).role === roleCodes.customerService && managerOf(roster, person, roster.last) === manager,
  );
  return {
    manager: signInOf(roster, manager),
    employee: signInOf(roster, employee),
    colleague: signInOf(roster, colleague),
    headOfUnit: signInOf(roster, manager && managerOf(roster, manager, roster.last)),
    hrBusinessPartner: signInOf(
      roster,
      present.find((person) => now(person).role === roleCodes.hrSpecialist),
    ),
    learningLead: signInOf(
      roster,
      present.find((person) => now(person).role === roleCodes.trainer),
    ),
  };
}

function firstTeam(roster: Roster) {
  return roster.teams.find(({ unit }) => unit === service);
}

function signInOf(roster: Roster, person: Person | null | undefined): SignIn | null {
  if (!person) return null;
  const team = teamAt(roster, person, roster.last);
  return {
    employeeId: person.id,
    name: person.name,
    email: person.email,
    unit: units[team.unit]?.path ?? "",
    team: team.name,
  };
}
