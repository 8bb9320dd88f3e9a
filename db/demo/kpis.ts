import { join } from "node:path";
import { dateText, type Month } from "./calendar";
import type { Cohorts } from "./cohorts";
import { CsvFile } from "./csv-file";
import { kpiDefinitions } from "./kpi-definitions";
import { drawKpi } from "./kpi-model";
import { personKpis } from "./person-kpis";
import { randomFor } from "./random";
import { type Person, type Roster, spellAt, worksThrough } from "./roster";
import { type TeamMonth, writeTeamKpis } from "./team-kpis";

const definitionHeader = "kpi name layer family unit direction kind value_per_unit currency domain".split(" ");
const valueHeader = "kpi date employee_id team value numerator denominator".split(" ");

export function writeKpiDefinitions(folder: string): number {
  const file = new CsvFile(join(folder, "kpis.csv"), definitionHeader);
  for (const { code, name, layer, family, unit, direction, kind, valuePerUnit, domain } of kpiDefinitions) {
    file.add([
      code,
      name,
      layer,
      family,
      unit,
      direction,
      kind,
      valuePerUnit,
      valuePerUnit === null ? null : "EUR",
      domain,
    ]);
  }
  return file.close();
}

export function writeKpiValues(folder: string, roster: Roster, cohorts: Cohorts): number {
  const file = new CsvFile(join(folder, "kpi.csv"), valueHeader);
  for (const month of roster.months) {
    const teams: TeamMonth[] = roster.teams.map(() => ({ resolved: 0, contacts: 0, defects: 0 }));
    for (const person of roster.people) {
      if (worksThrough(person, month)) writePerson(file, { roster, cohorts, person, month, teams });
    }
    writeTeamKpis(file, { roster, cohorts, month, teams });
  }
  return file.close();
}

type Occasion = { roster: Roster; cohorts: Cohorts; person: Person; month: Month; teams: TeamMonth[] };

function writePerson(file: CsvFile, { roster, cohorts, person, month, teams }: Occasion): void {
  const spell = spellAt(person, month.last);
  const date = dateText(month.last);
  const sums = teams[spell.team];
  for (const kpi of personKpis) {
    if (!kpi.roles.includes(spell.role)) continue;
    const random = randomFor(roster.seed, `kpi ${kpi.code}`, person.index, month.index);
    const drawn = drawKpi(kpi, { roster, cohorts, person, month, random });
    if ("value" in drawn) {
      file.add([kpi.code, date, person.id, null, drawn.value.toFixed(2), null, null]);
      continue;
    }
    file.add([kpi.code, date, person.id, null, null, drawn.numerator, drawn.denominator]);
    if (kpi.code === "win_rate") {
      const revenue = drawn.numerator * 4300 * Math.exp(random.normal(-0.02, 0.2));
      file.add(["revenue_per_rep", date, person.id, null, revenue.toFixed(2), null, null]);
    }
    if (!sums) continue;
    if (kpi.code === "defect_rate") sums.defects += drawn.numerator;
    if (kpi.code === "first_contact_resolution") {
      sums.resolved += drawn.numerator;
      sums.contacts += drawn.denominator;
    }
  }
}
