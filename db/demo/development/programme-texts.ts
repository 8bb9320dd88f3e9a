import type { ProgrammePart } from "@/lib/programmes/kinds";
import type { HoldReview, KindDetail } from "@/lib/programmes/programme-input";

type Added = { part: ProgrammePart; title: string; note?: string; done: boolean } & KindDetail;

const all = { concise: true, roleSpecific: true, actionOriented: true };
/** What was said, listed, made and chosen; made up. */
export const added: readonly (Added | { said: string; title: string })[] = [
  {
    said: "Nobody knows which department may decide about a partial month",
    title: "“I send it to Billing and hope.” The rule for a partial month stands nowhere",
  },
  {
    said: "Credit notes across two years always go to the head of Billing",
    title: "She asks for the order number first, and has the answer before the customer has finished",
  },
  {
    part: "days_1_30",
    kind: "inventory",
    detail: { source: "sop", where: "Service handbook, chapter 7" },
    title: "Refund rules of 2023",
    note: "Two of nine rules are out of date.",
    done: true,
  },
  {
    part: "days_1_30",
    kind: "inventory",
    detail: { source: "recording", where: "Call archive, tag refund" },
    title: "Forty recorded calls about refunds",
    done: true,
  },
  {
    part: "days_1_30",
    kind: "inventory",
    detail: { source: "faq", where: "Intranet" },
    title: "Questions customers ask about partial months",
    done: true,
  },
  { part: "days_31_60", kind: "asset", detail: all, title: "Card: which department decides", done: true },
  { part: "days_31_60", kind: "asset", detail: all, title: "Card: the partial month in three steps", done: true },
  {
    part: "days_31_60",
    kind: "asset",
    detail: { ...all, concise: false },
    title: "Card: credit notes across two years",
    done: false,
  },
  {
    part: "days_31_60",
    kind: "support",
    detail: { support: "recommendation" },
    title: "The contact form offers the card that fits the case",
    done: true,
  },
  {
    part: "days_31_60",
    kind: "support",
    detail: { support: "follow_up_prompt" },
    title: "The next day: was it settled at once, and if not, where did it go?",
    done: true,
  },
];

type Held = Pick<HoldReview, "minutes" | "attendees" | "outcome"> & {
  kind: "content" | "kpi" | "feedback";
  day: number;
};
/** What was agreed in the reviews that were held, and on which day. */
export const held: readonly Held[] = [
  {
    kind: "content",
    day: 31,
    attendees: "L&D, Customer Service",
    outcome: "refine",
    minutes:
      "The rule for a partial month goes first. Two of the nine rules in the handbook are struck; Customer Service rewrites them by the end of the month.",
  },
  {
    kind: "kpi",
    day: 31,
    attendees: "L&D, Customer Service, Finance",
    outcome: "continue",
    minutes:
      "Too early to read anything into one month. Escalations and questions to Billing are looked at together from now on.",
  },
  {
    kind: "feedback",
    day: 33,
    attendees: "L&D, three representatives",
    outcome: "refine",
    minutes: "The cards help when the case is open, not in a training. They move into the contact form.",
  },
  {
    kind: "content",
    day: 61,
    attendees: "L&D, Customer Service, Billing",
    outcome: "continue",
    minutes:
      "Billing checked both cards and found them right. The third one is too long; it is cut before it is offered.",
  },
  {
    kind: "kpi",
    day: 62,
    attendees: "L&D, Customer Service, Finance",
    outcome: "continue",
    minutes: "Nothing that an interval would not hold. Wait for day 90.",
  },
];
