import { dayOf } from "./calendar";
import { plans } from "./plans";
import { fixedNormal, randomFor } from "./random";
import { productionRoles, roleCodes } from "./roles";
import { isActive, type Person, type Roster, spellAt, type Team, teamAt } from "./roster";
import { type InitiativeCode, initiativeCodes } from "./truth";

export type Member = {
  person: number;
  arm: string;
  exposed: number | null;
  /** The team on the day of assignment; people may move later. */
  team: number;
  assigned: "randomised" | "phased" | "chosen";
  certified?: number;
};

const completionShare = 0.97;

export type Cohorts = Map<InitiativeCode, Map<number, Member>>;

const poznan = 2;
const productionUnits = [0, 1];

/** Initiatives whose windows lie inside the generated months. */
export function buildCohorts(roster: Roster): Cohorts {
  const builders: Record<InitiativeCode, (roster: Roster) => Member[]> = {
    "refund-handling": randomised,
    "setup-verification": phasedByTeam,
    "quality-certification": twoOfThreeSites,
    "negotiation-library": chosenByTheBest,
  };
  const inside = initiativeCodes.filter((code) => {
    const { baseline, followUp } = plans[code];
    return dayOf(baseline.from) >= roster.first && dayOf(followUp.to) <= roster.last;
  });
  return new Map(
    inside.map((code) => [code, new Map(builders[code](roster).map((member) => [member.person, member]))]),
  );
}

function eligible(roster: Roster, code: InitiativeCode, fits: (role: string, team: Team) => boolean): Person[] {
  const { baseline, exposures } = plans[code];
  const from = dayOf(baseline.from);
  const start = dayOf(exposures[0] ?? "");
  return roster.people.filter((person) => {
    if (person.hire >= from || !isActive(person, from) || !isActive(person, start) || !isActive(person, start + 30))
      return false;
    const spell = spellAt(person, from);
    return spell === spellAt(person, start) && fits(spell.role, teamAt(roster, person, start));
  });
}

function randomised(roster: Roster): Member[] {
  const random = randomFor(roster.seed, "refund-handling");
  const exposed = dayOf(plans["refund-handling"].exposures[0] ?? "");
  const people = random.shuffled(eligible(roster, "refund-handling", (role) => role === roleCodes.customerService));
  return people
    .map((person, index): Member => {
      const treated = index < people.length / 2;
      const team = teamAt(roster, person, exposed).index;
      return {
        person: person.index,
        arm: treated ? "treatment" : "control",
        exposed: treated ? exposed : null,
        team,
        assigned: "randomised",
      };
    })
    .sort((left, right) => left.person - right.person);
}

/** Waves are drawn apart among teams with and without observing managers, so that each wave has both. */
function phasedByTeam(roster: Roster): Member[] {
  const random = randomFor(roster.seed, "setup-verification");
  const days = plans["setup-verification"].exposures.map(dayOf);
  const wave = new Map<number, number>();
  for (const observes of [true, false]) {
    const teams = roster.teams.filter((team) => productionUnits.includes(team.unit) && team.observes === observes);
    for (const [index, team] of random.shuffled(teams).entries()) wave.set(team.index, index % (days.length + 1));
  }
  const people = eligible(
    roster,
    "setup-verification",
    (role, team) => productionRoles.includes(role) && wave.has(team.index),
  );
  return people.map((person) => {
    const team = teamAt(roster, person, days[0] ?? 0).index;
    const number = wave.get(team) ?? days.length;
    const exposed = days[number] ?? null;
    return {
      person: person.index,
      arm: exposed === null ? "control" : `wave-${number + 1}`,
      exposed,
      team,
      assigned: "phased",
    };
  });
}

function twoOfThreeSites(roster: Roster): Member[] {
  const exposed = dayOf(plans["quality-certification"].exposures[0] ?? "");
  const people = eligible(
    roster,
    "quality-certification",
    (role, team) => productionRoles.includes(role) && productionUnits.includes(team.unit),
  );
  const members = people.map((person): Member => {
    const team = teamAt(roster, person, exposed);
    const treated = team.site !== poznan;
    return {
      person: person.index,
      arm: treated ? "treatment" : "control",
      exposed: treated ? exposed : null,
      team: team.index,
      assigned: "chosen",
    };
  });
  certify(roster, members);
  return members;
}

/** Exactly 97 % of the obliged, up to rounding, within the three weeks after the start. */
function certify(roster: Roster, members: Member[]): void {
  const random = randomFor(roster.seed, "certification");
  const obliged = random.shuffled(members.filter(({ exposed }) => exposed !== null));
  for (const member of obliged.slice(0, Math.round(obliged.length * completionShare))) {
    member.certified = (member.exposed ?? 0) + 7 * random.int(0, 2) + random.int(2, 4);
  }
}

/** The better a salesperson already is, the likelier the choice: this is the whole trap. */
function chosenByTheBest(roster: Roster): Member[] {
  const random = randomFor(roster.seed, "negotiation-library");
  const opened = dayOf(plans["negotiation-library"].exposures[0] ?? "");
  return eligible(roster, "negotiation-library", (role) => role === roleCodes.sales).map((person) => {
    const chose = random.chance(1 / (1 + Math.exp(-2.4 * ability(roster.seed, "win_rate", person.index))));
    const exposed = chose ? opened + random.int(0, 14) : null;
    const team = teamAt(roster, person, opened).index;
    return { person: person.index, arm: chose ? "treatment" : "control", exposed, team, assigned: "chosen" };
  });
}

/** A person's lasting strength in one KPI, in standard deviations. */
export function ability(seed: number, kpi: string, person: number): number {
  return fixedNormal(seed, `ability ${kpi}`, person);
}
