import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { writeActivities } from "./activities";
import { buildCohorts } from "./cohorts";
import { writeHelpRequests } from "./help-requests";
import { writeInitiatives } from "./initiatives";
import { writeKpiDefinitions, writeKpiValues } from "./kpis";
import { writeLearningEvents } from "./learning";
import { writeObservations } from "./observations";
import { readOnet } from "./onet";
import { buildRoster } from "./people";
import { writeEmploymentEvents, writePeople } from "./people-files";
import { buildRoles } from "./roles";
import { type SignIns, signInsOf } from "./sign-ins";
import { writeSurveys } from "./surveys";
import { writeSkills } from "./taxonomy";
import { demoTruth } from "./truth";
import { writeCalendar } from "./what-else";
import { writeWorkEvents } from "./work";

export type DemoArea =
  | "people"
  | "employment_events"
  | "skills"
  | "activities"
  | "learning_events"
  | "work_events"
  | "observations"
  | "help_requests"
  | "kpis"
  | "kpi"
  | "surveys"
  | "calendar"
  | "initiatives";

export type DemoOptions = {
  folder: string;
  seed?: number;
  people?: number;
  months?: number;
  /** "2024-11" */
  firstMonth?: string;
  learningEventsPerPersonMonth?: number;
  /** Everything, unless named. What is written does not depend on what else is written. */
  only?: readonly DemoArea[];
  onetFolder?: string;
};

export type DemoTruth = {
  initiatives: typeof demoTruth;
  /** Teams whose managers record observations: where set-up verification works. */
  observingTeams: string[];
  signIns: SignIns;
  /** Rows written per area; for initiatives the number of folders. */
  rows: Partial<Record<DemoArea, number>>;
};

/** One whose draw is unremarkable: no KPI that nothing was planted in differs by chance (`demo-truth.db.test.ts`). */
export const demoSeed = 2;
export const demoCalendar = { firstMonth: "2024-11", months: 24 };

export async function generateDemo(options: DemoOptions): Promise<DemoTruth> {
  const { folder, seed = demoSeed, people = 1200, months, firstMonth } = { ...demoCalendar, ...options };
  const { learningEventsPerPersonMonth: perPersonMonth = 4, onetFolder = resolve("data/onet-subset") } = options;
  const home = join(folder, "organisation");
  mkdirSync(home, { recursive: true });

  const onet = readOnet(onetFolder);
  const roles = buildRoles(onet);
  const roster = buildRoster({ seed, people, firstMonth, months });
  const cohorts = buildCohorts(roster);

  const writers: Record<DemoArea, () => number> = {
    people: () => writePeople(home, roster, roles),
    employment_events: () => writeEmploymentEvents(home, roster, roles),
    skills: () => writeSkills(home, roles, onet),
    activities: () => writeActivities(home),
    learning_events: () => writeLearningEvents(home, { roster, roles, cohorts, perPersonMonth }),
    work_events: () => writeWorkEvents(home, { roster, roles, cohorts }),
    observations: () => writeObservations(home, roster, roles, cohorts),
    help_requests: () => writeHelpRequests(home, roster, roles),
    kpis: () => writeKpiDefinitions(home),
    kpi: () => writeKpiValues(home, roster, cohorts),
    surveys: () => writeSurveys(home, roster, roles, cohorts),
    calendar: () => writeCalendar(home),
    initiatives: () => writeInitiatives(join(folder, "initiatives"), roster, roles, cohorts),
  };

  const rows: DemoTruth["rows"] = {};
  for (const area of options.only ?? (Object.keys(writers) as DemoArea[])) {
    rows[area] = writers[area]();
    await new Promise(setImmediate);
  }
  const observingTeams = roster.teams.filter(({ observes }) => observes).map(({ name }) => name);
  return { initiatives: demoTruth, observingTeams, signIns: signInsOf(roster), rows };
}
