import "server-only";
import type { FileDefinition } from "@/lib/intake/file-definition";
import { accountsFile } from "./accounts";
import { activitiesFile } from "./activities";
import { calendarFile } from "./calendar";
import { cohortFile } from "./cohort";
import { costsFile } from "./costs";
import { employmentEventsFile } from "./employment-events";
import { helpRequestsFile } from "./help-requests";
import { kpiFile } from "./kpi";
import { kpisFile } from "./kpis";
import { learningEventsFile } from "./learning-events";
import { observationsFile } from "./observations";
import { peopleFile } from "./people";
import { skillsFile } from "./skills";
import { surveysFile } from "./surveys";
import { workEventsFile } from "./work-events";

/** Every CSV kind. */
export const fileDefinitions = {
  people: peopleFile,
  accounts: accountsFile,
  employment_events: employmentEventsFile,
  skills: skillsFile,
  activities: activitiesFile,
  learning_events: learningEventsFile,
  work_events: workEventsFile,
  observations: observationsFile,
  help_requests: helpRequestsFile,
  kpis: kpisFile,
  kpi: kpiFile,
  cohort: cohortFile,
  surveys: surveysFile,
  costs: costsFile,
  calendar: calendarFile,
} satisfies Record<FileDefinition["kind"], FileDefinition>;
