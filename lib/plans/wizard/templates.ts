import { type Choices, choicesQuery, readChoices } from "./choices";

/** A plan that others begin with, too: everything in it can be chosen otherwise. */
export type PlanTemplate = {
  id: string;
  title: string;
  /** When it fits. */
  fits: string;
  /** What it is judged by, in words, and how such a KPI is usually named: what fits best first. */
  judgedBy: string;
  named: readonly RegExp[];
  /** Why the plan is made as it is. */
  because: string;
  choices: Partial<Choices>;
};

/** Starting points for the plans organisations make most often. */
export const planTemplates: readonly PlanTemplate[] = [
  {
    id: "defects",
    title: "Fewer defects on the line",
    fits: "Checks are known and skipped when the line is fast.",
    judgedBy: "Defect, scrap or rework rate",
    named: [/defect/i, /scrap/i, /rework/i],
    because: "People of a shift learn from each other, so teams start in turn and the last ones are the comparison.",
    choices: { gap: "Checks are known, and skipped when the line is fast", shared: "yes", wait: "turn" },
  },
  {
    id: "mandatory",
    title: "Mandatory training: everybody passes, does the work change?",
    fits: "All must be certified by a date, and error rates have not moved so far.",
    judgedBy: "Error or incident rate",
    named: [/error/i, /incident/i, /accident/i, /defect/i],
    because:
      "Nobody can be left out, but nobody must be first: the order is drawn by lot, and those whose turn comes later are the comparison.",
    choices: {
      gap: "Everybody is certified; whether certified people make fewer errors is not known",
      shared: "yes",
      wait: "turn",
      waves: 4,
      every: 4,
    },
  },
  {
    id: "negotiation",
    title: "Practice before a customer conversation",
    fits: "Sales people practise the case shortly before they need it.",
    judgedBy: "Win rate, discount or revenue per representative",
    named: [/win rate/i, /discount/i, /deal/i, /conversion/i, /revenue/i],
    because: "Each one practises alone, so lots are drawn among people; a quarter lets deals close.",
    choices: {
      gap: "Objections are known, and answered with a discount",
      shared: "no",
      wait: "end",
      weeks: 13,
      before: 13,
    },
  },
  {
    id: "service",
    title: "Tickets resolved the first time",
    fits: "Guidance at the ticket is to replace asking a colleague or escalating.",
    judgedBy: "Right first time, solved at first contact, escalation or re-opening rate",
    named: [/first time/i, /first contact/i, /escalat/i, /re-?open/i, /resol/i],
    because: "Answers spread within a team, so lots are drawn among teams.",
    choices: { gap: "Unusual tickets are passed on rather than solved", shared: "yes", wait: "end" },
  },
  {
    id: "onboarding",
    title: "New people able sooner",
    fits: "New people are to do critical tasks alone earlier.",
    judgedBy: "Time to competence, or errors in the first months",
    named: [/time to/i, /ramp/i, /competen/i, /proficien/i, /first months/i],
    because:
      "New people come one by one, so each one's lot decides which way they start; half a year sees enough of them.",
    choices: {
      gap: "New people watch for months before they may do it alone",
      shared: "no",
      wait: "none",
      weeks: 26,
      before: 26,
    },
  },
  {
    id: "managers",
    title: "Managers who coach",
    fits: "New managers are to observe and coach rather than correct.",
    judgedBy: "Regretted attrition, internal moves, or a quality figure of their teams",
    named: [/attrition/i, /turnover/i, /exit/i, /engagement/i, /internal move/i],
    because: "What a manager does reaches the whole team, so lots are drawn among teams, and people decide slowly.",
    choices: {
      gap: "Managers correct results and rarely see the work",
      shared: "yes",
      wait: "turn",
      weeks: 26,
      before: 26,
    },
  },
  {
    id: "shorter",
    title: "The same result in less time",
    fits: "A course is to be shortened, or moved to where the work is done.",
    judgedBy: "The KPI the course was made for: it must not get worse",
    named: [/right first time/i, /error/i, /defect/i, /quality/i],
    because: "Nothing needs to get better: how much worse would still be acceptable has to be said before.",
    choices: { gap: "Time away from work that may not be needed", question: "not_worse", shared: "no", wait: "end" },
  },
];

/** The measured KPI a template is probably meant for, by its name; null where none is named so. */
export function kpiFor<Kpi extends { name: string; measured: unknown }>(
  { named }: PlanTemplate,
  kpis: readonly Kpi[],
): Kpi | null {
  for (const pattern of named) {
    const found = kpis.find(({ name, measured }) => measured !== null && pattern.test(name));
    if (found) return found;
  }
  return null;
}

/** The wizard's address with the template's choices made. */
export function templateHref({ title, choices }: PlanTemplate, kpi: string | null): string {
  return `/initiatives/new?${choicesQuery({ ...readChoices({}), title, ...choices, kpi }, "change")}`;
}
