import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Comparison, changes, compare, type Row, readCsv, Spreadsheet, type Window } from "./simple-arithmetic";

export type Recovered = {
  refund: Comparison;
  refundHandlingTime: Comparison;
  setupWhereObserved: Comparison;
  setupElsewhere: Comparison;
  setupRework: Comparison;
  certification: Comparison;
  library: Comparison;
  libraryNaive: Comparison;
  certifiedShare: number;
};

type Study = { baseline: Window; follow_up: Window };
type Cohort = { study: Study; members: Map<string, Row> };

function readCohort(folder: string, code: string): Cohort {
  const home = join(folder, "initiatives", code);
  const study: Study = JSON.parse(readFileSync(join(home, "study.json"), "utf8"));
  return { study, members: new Map(readCsv(join(home, "cohort.csv")).map((row) => [row.employee_id ?? "", row])) };
}

function split(values: Map<string, number>, isTreated: (key: string) => boolean | undefined): Comparison {
  const arm = (wanted: boolean) => [...values].filter(([key]) => isTreated(key) === wanted).map(([, value]) => value);
  return compare(arm(true), arm(false));
}

export function recover(folder: string, observingTeams: string[]): Recovered {
  const sheet = new Spreadsheet(folder);
  const byPerson = (code: string, kpi: string) => {
    const { study, members } = readCohort(folder, code);
    const self = (employee: string) => (members.has(employee) ? employee : undefined);
    const after = sheet.value(kpi, study.follow_up, self);
    const treated = (employee: string) => members.get(employee)?.arm === "treatment";
    return {
      naive: split(after, treated),
      change: split(changes(sheet.value(kpi, study.baseline, self), after), treated),
    };
  };
  const library = byPerson("negotiation-library", "win_rate");
  return {
    refund: byPerson("refund-handling", "first_contact_resolution").change,
    refundHandlingTime: byPerson("refund-handling", "handling_minutes").change,
    setupWhereObserved: setup(sheet, folder, "defect_rate", (team) => observingTeams.includes(team)),
    setupElsewhere: setup(sheet, folder, "defect_rate", (team) => !observingTeams.includes(team)),
    setupRework: setup(sheet, folder, "rework_rate", () => true),
    certification: certification(sheet, folder),
    library: library.change,
    libraryNaive: library.naive,
    certifiedShare: certifiedShare(folder),
  };
}

/** Each wave's teams over the four months from their start, minus the change of the teams never exposed in the same months. */
function setup(sheet: Spreadsheet, folder: string, kpi: string, counts: (team: string) => boolean): Comparison {
  const { study, members } = readCohort(folder, "setup-verification");
  const team = (employee: string) => members.get(employee)?.cluster;
  const arms = new Map([...members.values()].map((row) => [row.cluster ?? "", row]));
  const before = sheet.value(kpi, study.baseline, team);
  const all = { treated: [] as number[], control: [] as number[] };
  for (const wave of ["wave-1", "wave-2", "wave-3"]) {
    const start = [...arms.values()].find(({ arm }) => arm === wave)?.exposed_on ?? "";
    const change = changes(before, sheet.value(kpi, { from: start, to: plusMonths(start, 4) }, team));
    const control = [...change].filter(([name]) => arms.get(name)?.arm === "control").map(([, value]) => value);
    const shift = control.reduce((sum, value) => sum + value, 0) / control.length;
    for (const [name, value] of change)
      if (arms.get(name)?.arm === wave && counts(name)) all.treated.push(value - shift);
    all.control = control.map((value) => value - shift);
  }
  return compare(all.treated, all.control);
}

function plusMonths(date: string, months: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
}

function certification(sheet: Spreadsheet, folder: string): Comparison {
  const { study, members } = readCohort(folder, "quality-certification");
  const team = (employee: string) => members.get(employee)?.cluster;
  const arms = new Map([...members.values()].map((row) => [row.cluster ?? "", row.arm === "treatment"]));
  const [before, after] = [
    sheet.value("rework_rate", study.baseline, team),
    sheet.value("rework_rate", study.follow_up, team),
  ];
  return split(changes(before, after), (name) => arms.get(name));
}

function certifiedShare(folder: string): number {
  const { members } = readCohort(folder, "quality-certification");
  const certified = new Set(
    readCsv(join(folder, "organisation", "learning_events.csv"))
      .filter(({ activity, verb }) => activity === "qc-certificate" && verb === "certified")
      .map((row) => row.employee_id),
  );
  const obliged = [...members.values()].filter(({ arm }) => arm === "treatment");
  return obliged.filter((row) => certified.has(row.employee_id)).length / obliged.length;
}
