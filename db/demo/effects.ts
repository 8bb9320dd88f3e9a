import type { Cohorts } from "./cohorts";
import { type Person, type Roster, teamAt } from "./roster";
import { demoTruth, type InitiativeCode } from "./truth";

/** 0 before exposure, 1 from it on; nothing for people outside the exposed arm. */
export function exposure(cohorts: Cohorts, code: InitiativeCode, person: Person, day: number): 0 | 1 {
  const exposed = cohorts.get(code)?.get(person.index)?.exposed ?? null;
  return exposed !== null && day >= exposed ? 1 : 0;
}

export function worksOn(roster: Roster, cohorts: Cohorts, code: InitiativeCode, person: Person, day: number): boolean {
  if (exposure(cohorts, code, person, day) === 0) return false;
  return demoTruth[code].onlyWhere === null || teamAt(roster, person, day).observes;
}

/** The planted change of one person's KPI in the month ending on this day. */
export function plantedEffect(roster: Roster, cohorts: Cohorts, kpi: string, person: Person, monthEnd: number): number {
  let sum = 0;
  for (const truth of Object.values(demoTruth)) {
    if (truth.kpi === kpi && truth.effect !== 0 && worksOn(roster, cohorts, truth.code, person, monthEnd))
      sum += truth.effect;
  }
  return sum;
}
