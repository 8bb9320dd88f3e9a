import type { FileKind } from "@/db/schema/imports";

type Words = { label: string; file: string; oneRow: string };

/** What each kind of file is called, and what one row of it is. */
export const kindWords: Record<FileKind, Words> = {
  people: { label: "People", file: "people.csv", oneRow: "a person" },
  accounts: { label: "Accounts", file: "accounts.csv", oneRow: "what another system calls a person" },
  employment_events: { label: "Job changes", file: "employment_events.csv", oneRow: "a change in a job" },
  skills: { label: "Skills and behaviours", file: "skills.csv", oneRow: "a behaviour in the taxonomy" },
  activities: { label: "Learning activities", file: "activities.csv", oneRow: "a learning activity" },
  learning_events: {
    label: "Learning events",
    file: "learning_events.csv",
    oneRow: "something a person did with an activity",
  },
  work_events: { label: "Work events", file: "work_events.csv", oneRow: "a unit of work" },
  observations: { label: "Observations", file: "observations.csv", oneRow: "a rating of a behaviour" },
  help_requests: { label: "Help requests", file: "help_requests.csv", oneRow: "somebody asking for help at work" },
  kpis: { label: "KPI definitions", file: "kpis.csv", oneRow: "a KPI definition" },
  kpi: { label: "KPI values", file: "kpi.csv", oneRow: "a KPI value" },
  study: { label: "Study plan", file: "study.json", oneRow: "the plan of an initiative" },
  cohort: { label: "Study arms", file: "cohort.csv", oneRow: "membership of an arm" },
  surveys: { label: "Survey answers", file: "surveys.csv", oneRow: "an answer" },
  costs: { label: "Costs", file: "costs.csv", oneRow: "a cost of an initiative" },
  calendar: { label: "What else happened", file: "calendar.csv", oneRow: "an event of the organisation's calendar" },
};

export const kindsInOrder = Object.keys(kindWords) as FileKind[];

export const kindLabel = (kind: FileKind | null) => (kind ? kindWords[kind].label : "Not recognised");
