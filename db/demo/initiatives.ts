import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dateText } from "./calendar";
import { chainOf } from "./chains";
import type { Cohorts, Member } from "./cohorts";
import { costsOf } from "./costs";
import { CsvFile } from "./csv-file";
import { plans } from "./plans";
import type { Role } from "./roles";
import type { Roster } from "./roster";
import { demoTruth, type InitiativeCode } from "./truth";

const cohortHeader = ["employee_id", "arm", "exposed_on", "cluster", "assigned"];
const costHeader = ["initiative", "item", "kind", "amount", "currency", "date", "hours"];

type Study = {
  title: string;
  design: string;
  secondary: string[];
  clustered: boolean;
  control: string;
  summary: string;
  note: string;
};

const studies: Record<InitiativeCode, Study> = {
  "refund-handling": {
    title: "Refund handling: checklist and scenario cards",
    design: "randomised",
    secondary: ["handling_minutes"],
    clustered: false,
    control: "never_treated",
    summary:
      "Half of the customer service representatives, drawn by lot, have the refund checklist in the contact form and short scenario cards in Teams.",
    note: "Made-up data. Planted: first contact resolution rises by 4.0 points from the month of exposure on; handling time does not change.",
  },
  "setup-verification": {
    title: "Set-up verification at the machine",
    design: "phased",
    secondary: ["rework_rate", "first_piece_checks"],
    clustered: true,
    control: "never_treated",
    summary:
      "A first-piece checklist on the machine tablet, introduced team by team in three waves. A quarter of the teams had not started by the end of follow-up.",
    note: "Made-up data. Planted: the defect rate falls by 1.2 points in teams whose managers record observations, and by nothing in the others: about 0.6 points on average. Rework does not change.",
  },
  "quality-certification": {
    title: "Quality certification in production",
    design: "comparison",
    secondary: ["defect_rate"],
    clustered: true,
    control: "never_treated",
    summary:
      "A mandatory course with an exam for production in Rotterdam and Lyon. Poznan had not started and is the comparison.",
    note: "Made-up data. Planted: 97 % are certified, and neither rework nor defects change.",
  },
  "negotiation-library": {
    title: "Negotiation library for sales",
    design: "comparison",
    secondary: ["revenue_per_rep"],
    clustered: false,
    control: "never_treated",
    summary: "Videos and a preparation sheet that sales representatives may use if they like. No plan was registered.",
    note: "Made-up data. Planted: those who choose the library won far more often before it existed; it changes nothing.",
  },
};

export function writeInitiatives(folder: string, roster: Roster, roles: Map<string, Role>, cohorts: Cohorts): number {
  for (const [code, members] of cohorts) {
    const home = join(folder, code);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "study.json"), `${JSON.stringify(studyOf(code, roster, roles), null, 2)}\n`);
    writeCohort(home, roster, [...members.values()]);
    writeCosts(home, code, [...members.values()]);
  }
  return cohorts.size;
}

function studyOf(code: InitiativeCode, roster: Roster, roles: Map<string, Role>) {
  const { title, design, secondary, clustered, control, summary, note } = studies[code];
  const { baseline, followUp, registeredAt } = plans[code];
  const { roles: codes, skillGap, ...chain } = chainOf(code);
  return {
    title,
    design,
    primary_kpi: demoTruth[code].kpi,
    secondary_kpis: secondary,
    unit_of_analysis: "person",
    ...(clustered && { cluster: "team" }),
    period: "month",
    baseline,
    follow_up: followUp,
    control,
    covariates: [],
    transform: {},
    confidence: 0.95,
    seed: roster.seed,
    initiative: code,
    ...(registeredAt && { registered_at: registeredAt }),
    summary,
    note,
    chain: { role: codes.map((role) => roles.get(role)?.title ?? role), skill_gap: skillGap, ...chain },
  };
}

function writeCohort(home: string, roster: Roster, members: Member[]): void {
  const file = new CsvFile(join(home, "cohort.csv"), cohortHeader);
  for (const { person, arm, exposed, team, assigned } of members) {
    const cluster = roster.teams[team]?.name ?? null;
    file.add([roster.people[person]?.id ?? null, arm, exposed === null ? null : dateText(exposed), cluster, assigned]);
  }
  file.close();
}

function writeCosts(home: string, code: InitiativeCode, members: Member[]): void {
  const file = new CsvFile(join(home, "costs.csv"), costHeader);
  const exposed = members.filter((member) => member.exposed !== null).length;
  for (const { item, kind, amount, date, hours } of costsOf(code, exposed)) {
    file.add([code, item, kind, amount.toFixed(2), "EUR", date, hours === null ? null : hours.toFixed(1)]);
  }
  file.close();
}
