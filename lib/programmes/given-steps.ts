import type { ProgrammePart } from "./kinds";

type Given = { part: ProgrammePart; key: string; title: string; note: string; day: number };

/** What everybody is given; `day` is that of the programme, 1 being its first. What is found beside each stands in `setup-facts`. */
export const givenSteps: readonly Given[] = [
  {
    part: "setup",
    key: "pilot_scoping",
    title: "Pilot scoping",
    note: "One workflow, one role, one win that everybody can see. A narrow pilot earns the budget of a wide one.",
    day: 1,
  },
  {
    part: "setup",
    key: "stakeholders",
    title: "Stakeholder alignment",
    note: "Who decides, who is told, who can stop it, and what each of them needs to see on day 90.",
    day: 1,
  },
  {
    part: "setup",
    key: "skills_mapping",
    title: "Skills mapping refinement",
    note: "The behaviours of the chain stand in the taxonomy, in words one can see happening.",
    day: 7,
  },
  {
    part: "setup",
    key: "governance",
    title: "Governance structuring",
    note: "Somebody answers for it, and three reviews a month are in the diary.",
    day: 7,
  },
  {
    part: "setup",
    key: "roi_design",
    title: "Design of the return measured",
    note: "Costs entered, assumptions stated and signed, the baseline locked before anybody starts.",
    day: 14,
  },
  {
    part: "days_1_30",
    key: "one_workflow",
    title: "One workflow with measurable pain is chosen",
    note: "Onboarding, the handling of exceptions, escalations: something that hurts and is counted.",
    day: 5,
  },
  {
    part: "days_1_30",
    key: "target_kpis",
    title: "What the KPIs are to become is set",
    note: "Sooner proficient, fewer errors or faster cases: each with a number and a day.",
    day: 10,
  },
  {
    part: "days_1_30",
    key: "interviews",
    title: "Managers and top performers have been asked where people get stuck",
    note: "Add each conversation below and attach it to the friction point it is about.",
    day: 20,
  },
  {
    part: "days_1_30",
    key: "inventory",
    title: "What exists is listed",
    note: "SOPs, call recordings, FAQs and process documents: what is there, where, and whether it is still true.",
    day: 25,
  },
  {
    part: "days_1_30",
    key: "visible_win",
    title: "The scope is still narrow and the win is named",
    note: "What would somebody outside notice on day 90?",
    day: 30,
  },
  {
    part: "days_31_60",
    key: "tasks",
    title: "The workflow is broken into tasks, sub-skills and scenarios",
    note: "Begin with what the workflow and the taxonomy give, then add what is missing.",
    day: 40,
  },
  {
    part: "days_31_60",
    key: "assets",
    title: "Every asset is concise, role-specific and action-oriented",
    note: "An asset is done when all three hold.",
    day: 50,
  },
  {
    part: "days_31_60",
    key: "support",
    title: "Support inside the work is chosen",
    note: "Recommendations, explanations and follow-up prompts: which of them, at which step.",
    day: 50,
  },
  {
    part: "days_31_60",
    key: "independence",
    title: "Checkpoints show whether people can do it alone",
    note: "Each behaviour has a way to see it done without help.",
    day: 60,
  },
  {
    part: "days_61_90",
    key: "answers",
    title: "The four questions have been answered from data",
    note: "Time to proficiency, escalations, time on repeated questions, confidence and consistency.",
    day: 85,
  },
  {
    part: "days_61_90",
    key: "refine_or_expand",
    title: "Refine the path or expand to the next workflow",
    note: "Decided in the review of day 90, and kept in the decision log.",
    day: 90,
  },
];
