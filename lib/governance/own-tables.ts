/** Something the database keeps of a person: in their own words what it is, what for, and who sees it beside them. */
export type OwnTable = {
  table: string;
  label: string;
  use: string;
  seenBy: string;
  /** Evidence for development: behind the wall, never used for ratings or pay. */
  development: boolean;
  /** The column that names the person, where it is not `person_id`. */
  key?: "id";
};

const figures = "Nobody by name but your manager; everybody else as figures of groups";
const coach = "Your manager, and whoever they report to; everybody else as figures of groups";
const intake = "Administrators and the L&D lead, when they import data";

const kept = (table: string, label: string, use: string, seenBy = figures): OwnTable => ({
  table,
  label,
  use,
  seenBy,
  development: false,
});
const evidence = (table: string, label: string, use: string, seenBy = coach): OwnTable => ({
  table,
  label,
  use,
  seenBy,
  development: true,
});

/** Every table that holds rows about one person. The export has them all; a test reads the catalogue and finds one that is missing here. */
export const ownTables: readonly OwnTable[] = [
  { ...kept("people", "You in the people file", "To know who a row of a file is about", intake), key: "id" },
  kept("identities", "Names that other systems have for you", "To find you in their files", intake),
  kept("employments", "Where you worked, by date", "To count you in the right unit, site, team and role"),
  kept("current_places", "Your place as each people file told it", "To work out where you worked when"),
  kept("employment_events", "Hires, moves, promotions, leaves", "To see how careers go, for groups"),
  kept(
    "learning_events",
    "Learning you did",
    "To see whether learning reaches people and changes work, for groups; what you passed, to see your skills",
  ),
  kept(
    "certifications",
    "The first time you were certified in a skill",
    "To compare certificates with what is seen at work, for you, your manager and groups",
  ),
  kept(
    "work_events",
    "Pieces of work you finished",
    "To see whether work gets better, for groups; for your manager, who is ready alone; as ratings by rules of system signals",
  ),
  kept(
    "kpi_values",
    "Results the business systems hold for you",
    "To see whether results get better, for groups; as ratings by rules of system signals",
  ),
  kept("help_requests", "Times you asked for help", "To find what is unclear to many"),
  kept(
    "survey_answers",
    "Answers to surveys that carry your name",
    "To hear what people say, for groups",
    "Nobody by name",
  ),
  kept(
    "survey_links",
    "Links to surveys that were made for you",
    "So that you can answer once, without an account",
    "Whoever made them, and only that they were",
  ),
  kept("person_months", "Sums of the above by month", "So that figures are quick"),
  kept("arm_members", "Groups of initiatives you were assigned to", "To compare groups", "Who plans the initiative"),
  kept(
    "registered_members",
    "The same, as it stood when a plan was registered",
    "So that nobody changes a plan unseen",
    "Nobody by name",
  ),
  kept("cohort_members", "Kept cohorts you are in", "To compare groups over time", "Nobody by name"),
  evidence("observations", "What somebody saw you do at work", "For your development alone"),
  evidence("behaviour_months", "The same, summed by behaviour and month", "So that figures are quick"),
  evidence(
    "skill_states",
    "What all evidence says of your skills",
    "To see what to practise and who can do what alone",
  ),
  evidence("evidence_files", "Photos and files added to what was seen", "To show what a rating rests on"),
  evidence(
    "observation_skips",
    "Behaviours your manager could not see when asked to",
    "So that they are not asked again at once",
  ),
  evidence(
    "artefact_reviews",
    "Work you handed in for review",
    "For your development alone",
    "The reviewer you chose, your manager, and whoever they report to",
  ),
  evidence("contests", "Observations you contested", "So that you get an answer"),
  evidence(
    "nudges",
    "Short words from your manager",
    "To help you along; a few are held back by lot, to learn whether they help",
  ),
  evidence("manager_actions", "What a manager did for your skills", "To see whether support helps, for groups"),
];

/** Technical rows that say nothing the tables above do not say, and why they are kept. */
export const technicalTables: Record<string, string> = {
  event_ids: "The id of each event again, so that none counts twice",
  pending_rollups: "A note that your sums are to be computed anew; gone within minutes",
  users: "Your sign-in; stands in the export apart",
};
