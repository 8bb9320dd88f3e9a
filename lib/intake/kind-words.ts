import type { FileKind } from "@/db/schema/imports";

/** `from`: the system such a file usually comes out of, which no file says; `feeds`: what would be missing without it. */
type Words = { label: string; file: string; oneRow: string; from: string; feeds: string };

/** What each kind of file is called, and what one row of it is. */
export const kindWords: Record<FileKind, Words> = {
  people: {
    label: "People",
    file: "people.csv",
    oneRow: "a person",
    from: "the HR system",
    feeds: "Who works where: every group and comparison",
  },
  accounts: {
    label: "Accounts",
    file: "accounts.csv",
    oneRow: "what another system calls a person",
    from: "the directory of accounts",
    feeds: "Whose events in other systems are whose",
  },
  employment_events: {
    label: "Job changes",
    file: "employment_events.csv",
    oneRow: "a change in a job",
    from: "the HR system",
    feeds: "Promotions, moves and leavings in Talent",
  },
  skills: {
    label: "Skills and behaviours",
    file: "skills.csv",
    oneRow: "a behaviour in the taxonomy",
    from: "a skills library",
    feeds: "What good looks like: skills, levels, capability",
  },
  activities: {
    label: "Learning activities",
    file: "activities.csv",
    oneRow: "a learning activity",
    from: "the learning platform",
    feeds: "Which content is meant for which behaviour",
  },
  learning_events: {
    label: "Learning events",
    file: "learning_events.csv",
    oneRow: "something a person did with an activity",
    from: "the learning platform",
    feeds: "Use and certificates: the first rungs of the ladder",
  },
  work_events: {
    label: "Work events",
    file: "work_events.csv",
    oneRow: "a unit of work",
    from: "CRM, ERP, service or production systems",
    feeds: "Work done: tasks, friction, time to proficiency",
  },
  observations: {
    label: "Observations",
    file: "observations.csv",
    oneRow: "a rating of a behaviour",
    from: "rounds in this app or a quality system",
    feeds: "Behaviour seen at work: skills, whether it is applied",
  },
  help_requests: {
    label: "Help requests",
    file: "help_requests.csv",
    oneRow: "somebody asking for help at work",
    from: "the service desk or chat",
    feeds: "Where people get stuck, and what helping costs",
  },
  kpis: {
    label: "KPI definitions",
    file: "kpis.csv",
    oneRow: "a KPI definition",
    from: "whoever owns the figures",
    feeds: "What each KPI means and which way is better",
  },
  kpi: {
    label: "KPI values",
    file: "kpi.csv",
    oneRow: "a KPI value",
    from: "CRM, ERP, service or production systems",
    feeds: "The effect of an initiative, and what it is worth",
  },
  study: {
    label: "Study plan",
    file: "study.json",
    oneRow: "the plan of an initiative",
    from: "the plan of an initiative",
    feeds: "What was promised before anybody was trained",
  },
  cohort: {
    label: "Study arms",
    file: "cohort.csv",
    oneRow: "membership of an arm",
    from: "the plan of an initiative",
    feeds: "Who was trained, who is compared",
  },
  surveys: {
    label: "Survey answers",
    file: "surveys.csv",
    oneRow: "an answer",
    from: "a survey tool",
    feeds: "Experience, beside the figures and never for them",
  },
  costs: {
    label: "Costs",
    file: "costs.csv",
    oneRow: "a cost of an initiative",
    from: "the finance system",
    feeds: "What was spent, for the return",
  },
  calendar: {
    label: "What else happened",
    file: "calendar.csv",
    oneRow: "an event of the organisation's calendar",
    from: "people who know",
    feeds: "What else happened: rival explanations",
  },
};

export const kindsInOrder = Object.keys(kindWords) as FileKind[];

export const kindLabel = (kind: FileKind | null) => (kind ? kindWords[kind].label : "Not recognised");
