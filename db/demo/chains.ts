import { roleCodes as role } from "./roles";
import type { InitiativeCode } from "./truth";

export type Chain = {
  roles: string[];
  skillGap: string;
  skills: string[];
  behaviours: string[];
  activities: string[];
  kpis: { leading: string[]; in_work: string[]; business: string[]; talent: string[] };
};

const talent = ["regretted_attrition", "internal_moves"];

const chains: Record<InitiativeCode, Chain> = {
  "refund-handling": {
    roles: [role.customerService],
    skillGap:
      "Refund contacts come back because the rule was not checked and the problem not understood the first time",
    skills: ["Service Orientation", "Active Listening"],
    behaviours: [
      "Repeats the customer's problem in their own words before offering a fix",
      "Names the refund rule that applies before promising an amount",
      "Confirms with the customer that the change worked before closing the contact",
      "Lets the customer finish before asking the first question",
    ],
    activities: ["rh-checklist", "rh-cards"],
    kpis: {
      leading: ["in_flow_use"],
      in_work: ["first_contact_resolution", "handling_minutes"],
      business: ["csat"],
      talent,
    },
  },
  "setup-verification": {
    roles: [role.assembler, role.machinist, role.inspector],
    skillGap: "First pieces are released without a check after a set-up",
    skills: ["Quality Control Analysis"],
    behaviours: [
      "Checks the first piece against the drawing before releasing the batch",
      "Stops the line when two pieces in a row fail the same check",
      "Measures the first part after every tool change",
      "Quarantines the lot when a measurement drifts towards the limit",
      "Draws the sample by the plan, not from the top of the box",
    ],
    activities: ["sv-checklist", "sv-hints"],
    kpis: {
      leading: ["first_piece_checks"],
      in_work: ["defect_rate", "rework_rate"],
      business: ["scrap_cost"],
      talent,
    },
  },
  "quality-certification": {
    roles: [role.assembler, role.machinist, role.inspector],
    skillGap: "Customers ask for proof that everybody in production knows the quality rules",
    skills: ["Quality Control Analysis"],
    behaviours: [
      "Names the critical dimension of the order before starting",
      "Chooses the gauge that resolves a tenth of the tolerance",
      "Verifies the gauge's calibration date before measuring",
    ],
    activities: ["qc-course", "qc-certificate"],
    kpis: { leading: ["certified_share"], in_work: ["rework_rate", "defect_rate"], business: ["scrap_cost"], talent },
  },
  "negotiation-library": {
    roles: [role.sales],
    skillGap: "Concessions are given away without anything in return",
    skills: ["Negotiation"],
    behaviours: [
      "Trades a concession for something in return instead of giving it away",
      "States the walk-away point in the preparation sheet before the meeting",
      "Stays silent after naming the price",
      "Names the other side's interest before answering their demand",
    ],
    activities: ["nl-library", "nl-sheet"],
    kpis: { leading: ["in_flow_use"], in_work: ["win_rate"], business: ["revenue_per_rep"], talent },
  },
};

export function chainOf(code: InitiativeCode): Chain {
  return chains[code];
}
