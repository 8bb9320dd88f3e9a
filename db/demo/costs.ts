import type { InitiativeCode } from "./truth";

type Kind = "content" | "platform" | "facilitation" | "administration" | "learner_time";
export type Cost = { item: string; kind: Kind; amount: number; date: string; hours: number | null };

type Fixed = [item: string, kind: Kind, amount: number, date: string];

const fixed: Record<InitiativeCode, Fixed[]> = {
  "refund-handling": [
    ["Writing checklist and cards", "content", 7800, "2025-04-15"],
    ["Licence for hints in the CRM", "platform", 3600, "2025-05-05"],
    ["Analysis and assignment", "administration", 1900, "2025-04-22"],
  ],
  "setup-verification": [
    ["Checklist with production engineering", "content", 9400, "2025-04-10"],
    ["Tablet mounts and licences", "platform", 11_200, "2025-04-28"],
    ["Coaching of managers in three waves", "facilitation", 8600, "2025-09-15"],
    ["Roll-out planning", "administration", 3100, "2025-04-15"],
  ],
  "quality-certification": [
    ["Course licence", "content", 18_500, "2026-01-26"],
    ["Exam platform", "platform", 6200, "2026-01-26"],
    ["Exam supervision", "facilitation", 9800, "2026-02-20"],
    ["Records for customers' audits", "administration", 4300, "2026-03-02"],
  ],
  "negotiation-library": [
    ["Production of the videos", "content", 42_000, "2025-12-15"],
    ["Video portal, one year", "platform", 9600, "2026-01-12"],
  ],
};

/** Hours per exposed person and what one hour costs, both made up. */
const learnerTime: Record<InitiativeCode, { hours: number; rate: number; date: string }> = {
  "refund-handling": { hours: 1.6, rate: 28, date: "2025-09-30" },
  "setup-verification": { hours: 2.2, rate: 29, date: "2025-12-31" },
  "quality-certification": { hours: 4.1, rate: 29, date: "2026-02-27" },
  "negotiation-library": { hours: 3.4, rate: 46, date: "2026-05-31" },
};

export function costsOf(code: InitiativeCode, exposed: number): Cost[] {
  const { hours, rate, date } = learnerTime[code];
  const total = hours * exposed;
  return [
    ...fixed[code].map(([item, kind, amount, day]): Cost => ({ item, kind, amount, date: day, hours: null })),
    { item: "Time of those who learned", kind: "learner_time", amount: total * rate, date, hours: total },
  ];
}
