import { join } from "node:path";
import { CsvFile } from "./csv-file";
import { productionRoles, roleCodes as role } from "./roles";
import { type InitiativeCode, initiativeCodes } from "./truth";

export type Activity = {
  code: string;
  title: string;
  format: string;
  delivery: "in_flow" | "destination";
  surface: string;
  /** Empty: for everybody. */
  roles: readonly string[];
  skill: string | null;
  behaviour: string | null;
  minutes: number;
  owner: string | null;
  version: string;
  initiative: InitiativeCode | null;
  /** A check is asked as `missed-concepts.ts` says; nobody comes across it otherwise. */
  duty: "yearly" | "onboarding" | "check" | null;
};

const audiences: Record<string, readonly string[]> = {
  everybody: [],
  service: [role.customerService],
  selling: [role.sales],
  billing: [role.billing],
  stock: [role.stocker],
  upkeep: [role.maintenance],
  production: productionRoles,
  leads: [role.supervisor, role.serviceSupervisor, role.salesManager, role.hrManager],
  office: [role.bookkeeper, role.accountant, role.hrSpecialist, role.trainer, role.userSupport, role.developer],
};

/** code, title, format, delivery, surface, audience, skill, behaviour, minutes, owner, version, initiative or duty */
const table = `
rh-checklist | Refund checklist | checklist | in_flow | CRM | service | Service Orientation | Names the refund rule that applies before promising an amount | 2 | Service Academy | 1.2 | refund-handling
rh-cards | Refund scenario cards | scenario_card | in_flow | Teams | service | Active Listening | Lets the customer finish before asking the first question | 4 | Service Academy | 1.0 | refund-handling
sv-checklist | Set-up verification checklist | checklist | in_flow | Machine tablet | production | Quality Control Analysis | Measures the first part after every tool change | 3 | Production Engineering | 2.0 | setup-verification
sv-hints | First-piece hints | hint | in_flow | Machine tablet | production | Quality Control Analysis | Checks the first piece against the drawing before releasing the batch | 1 | Production Engineering | 2.0 | setup-verification
qc-course | Quality fundamentals | course | destination | LMS | production | Quality Control Analysis | | 180 | Quality Office | 3.1 | quality-certification
qc-certificate | Quality certificate | certification | destination | LMS | production | Quality Control Analysis | | 45 | Quality Office | 3.1 | quality-certification
nl-library | Negotiation library | video | destination | Video portal | selling | Negotiation | Trades a concession for something in return instead of giving it away | 12 | Sales Enablement | 1.4 | negotiation-library
nl-sheet | Negotiation preparation sheet | template | destination | Video portal | selling | Negotiation | States the walk-away point in the preparation sheet before the meeting | 8 | Sales Enablement | 1.0 | negotiation-library
crm-hints | Hints in the contact form | hint | in_flow | CRM | service | Active Listening | Writes the note so that a colleague could continue without calling back | 1 | Service Academy | 4.3 |
escalation-card | Escalation card | scenario_card | in_flow | Ticketing | service | Complex Problem Solving | Sends an escalation with order, history and attempted fixes attached | 3 | Service Academy | 1.1 |
service-basics | Service conversations | course | destination | LMS | service | Service Orientation | Offers the next useful step without being asked | 60 | Service Academy | 2.2 |
drawing-hints | Drawing revision hint | hint | in_flow | Machine tablet | production | Monitoring | Compares the revision on the order with the revision on the drawing | 1 | Production Engineering | 1.5 |
gauge-card | Gauge choice card | scenario_card | in_flow | Machine tablet | production | Quality Control Analysis | Chooses the gauge that resolves a tenth of the tolerance | 3 | | 1.0 |
blueprint-course | Reading technical drawings | course | destination | LMS | production | Quality Control Analysis | Names the critical dimension of the order before starting | 90 | Production Engineering | 2.0 |
picking-checklist | Picking checklist | checklist | in_flow | Handheld scanner | stock | Reading Comprehension | Scans the bin before the item | 1 | Logistics Desk | 3.0 |
forklift-licence | Forklift licence | certification | destination | LMS | stock | Coordination | | 240 | Logistics Desk | 2023.2 |
fault-history | Fault history at the machine | hint | in_flow | Maintenance app | upkeep | Troubleshooting | Reads the fault history of the machine before opening it | 2 | Maintenance | 1.2 |
electrics-course | Electrical safety for mechanics | course | destination | LMS | upkeep | Equipment Maintenance | Locks out and tags the machine before touching it | 120 | Maintenance | 1.9 |
deal-hints | Hints in the offer form | hint | in_flow | CRM | selling | Persuasion | Presents two options with their total cost side by side | 1 | Sales Enablement | 2.1 |
discovery-card | Discovery question cards | scenario_card | in_flow | Teams | selling | Active Listening | Asks who else takes part in the decision | 3 | Sales Enablement | 1.3 |
product-course | Product line 2025 | course | destination | LMS | selling | Persuasion | Shows the customer's own case in the demonstration | 75 | Product Marketing | 2025.1 |
invoice-checklist | Invoice release checklist | checklist | in_flow | ERP | billing | Reading Comprehension | Stops an invoice when order and delivery note disagree | 2 | Finance Operations | 1.6 |
vat-course | Value added tax across borders | course | destination | LMS | billing | Mathematics | Applies the tax rate of the delivery country, not of the invoice address | 90 | Finance Operations | 2024.2 |
coaching-prompts | Coaching prompts | hint | in_flow | Teams | leads | Active Listening | Asks for the colleague's own view before giving a verdict | 2 | Leadership Academy | 1.0 |
new-manager-cohort | First-time managers | cohort_programme | destination | Classroom | leads | Management of Personnel Resources | Agrees one practice step and returns to it within a week | 480 | Leadership Academy | 5.0 |
observation-course | Observing work fairly | course | destination | LMS | leads | Management of Personnel Resources | Describes what was seen before saying what it means | 60 | Leadership Academy | 1.1 |
tool-hints | Hints in office tools | hint | in_flow | Teams | office | | | 1 | Digital Workplace | 2.0 |
office-course | Working with data | course | destination | LMS | office | | | 60 | | 2022.4 |
time-video | Managing your time | video | destination | LMS | everybody | Time Management | | 20 | | 2021.1 |
safety-yearly | Safety at work, yearly | certification | destination | LMS | everybody | | | 30 | Compliance Office | 2024.1 | yearly
conduct-yearly | Code of conduct, yearly | certification | destination | LMS | everybody | | | 25 | Compliance Office | 2024.1 | yearly
handover-check | Hand-over sheet check | quiz | destination | LMS | production | Monitoring | Signs the hand-over sheet with open issues at every rotation | 6 | Production Engineering | 1.0 | check
counting-check | Goods receipt check | quiz | destination | LMS | stock | Monitoring | Counts before looking at the expected quantity | 6 | Logistics Desk | 1.1 | check
welcome-path | Welcome to Meridian Works | course | destination | LMS | everybody | | | 120 | Compliance Office | 2024.1 | onboarding
`;

export const activities: readonly Activity[] = table.trim().split("\n").map(readLine);

function readLine(line: string): Activity {
  const [code = "", title = "", format = "", delivery, surface = "", audience = "", ...rest] = cellsOf(line);
  const [skill, behaviour, minutes, owner, version = "", purpose] = rest;
  return {
    code,
    title,
    format,
    delivery: delivery === "in_flow" ? "in_flow" : "destination",
    surface,
    roles: audiences[audience] ?? [],
    skill: skill || null,
    behaviour: behaviour || null,
    minutes: Number(minutes),
    owner: owner || null,
    version,
    initiative: initiativeCodes.find((candidate) => candidate === purpose) ?? null,
    duty: purpose === "yearly" || purpose === "onboarding" || purpose === "check" ? purpose : null,
  };
}

function cellsOf(line: string): string[] {
  return line.split("|").map((cell) => cell.trim());
}

const header = "activity title format delivery surface skill behaviour minutes owner version".split(" ");

export function writeActivities(folder: string): number {
  const file = new CsvFile(join(folder, "activities.csv"), header);
  for (const { code, title, format, delivery, surface, skill, behaviour, minutes, owner, version } of activities) {
    file.add([code, title, format, delivery, surface, skill, behaviour, minutes, owner, version]);
  }
  return file.close();
}
