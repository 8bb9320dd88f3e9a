import { dateText, type Month } from "./calendar";
import type { Cohorts } from "./cohorts";
import type { CsvFile } from "./csv-file";
import { fixedNormal } from "./random";
import { isActive, type Roster, spellAt } from "./roster";

/** What the persons' figures of one team add up to in a month. */
export type TeamMonth = { resolved: number; contacts: number; defects: number };

type Occasion = { roster: Roster; cohorts: Cohorts; month: Month; teams: TeamMonth[] };

const costOfDefect = 14.5;

export function writeTeamKpis(file: CsvFile, occasion: Occasion): void {
  const { roster, month, teams } = occasion;
  const date = dateText(month.last);
  for (const team of roster.teams) {
    const sums = teams[team.index];
    if (!sums) continue;
    const noise = fixedNormal(roster.seed, "team result", team.index, month.index);
    if (sums.contacts > 0) {
      const csat = 4.05 + 1.6 * (sums.resolved / sums.contacts - 0.69) + 0.05 * noise;
      file.add(["csat", date, null, team.name, csat.toFixed(3), null, null]);
    }
    if (sums.defects > 0) {
      const scrap = sums.defects * costOfDefect * Math.exp(0.08 * noise);
      file.add(["scrap_cost", date, null, team.name, scrap.toFixed(2), null, null]);
    }
  }
  writeCertified(file, occasion, date);
  writeTalent(file, occasion, date);
}

function writeCertified(file: CsvFile, { roster, cohorts, month }: Occasion, date: string): void {
  const members = [...(cohorts.get("quality-certification")?.values() ?? [])];
  for (const team of roster.teams) {
    const own = members.filter((member) => member.team === team.index);
    if (own.length === 0) continue;
    const certified = own.filter((member) => member.certified !== undefined && member.certified <= month.last);
    file.add(["certified_share", date, null, team.name, null, certified.length, own.length]);
  }
}

function writeTalent(file: CsvFile, { roster, month }: Occasion, date: string): void {
  const counts = roster.teams.map(() => ({ people: 0, regretted: 0, moves: 0 }));
  for (const person of roster.people) {
    const exit = person.exit ?? roster.last + 1;
    if (person.hire > month.first || exit < month.first) continue;
    const team = counts[spellAt(person, month.first).team];
    if (!team) continue;
    team.people += isActive(person, month.first) ? 1 : 0;
    team.regretted += person.regretted && exit <= month.last ? 1 : 0;
    team.moves += person.spells.filter(
      ({ from, event }) => event !== "hire" && from >= month.first && from <= month.last,
    ).length;
  }
  for (const team of roster.teams) {
    const { people, regretted, moves } = counts[team.index] ?? { people: 0, regretted: 0, moves: 0 };
    if (people === 0) continue;
    const hundredYears = (people / 1200).toFixed(6);
    file.add(["regretted_attrition", date, null, team.name, null, regretted, hundredYears]);
    file.add(["internal_moves", date, null, team.name, null, moves, hundredYears]);
  }
}
