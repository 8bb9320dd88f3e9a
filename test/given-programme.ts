import { sql } from "drizzle-orm";
import { initiatives } from "@/db/schema/initiatives";
import { startProgramme } from "@/lib/programmes/start-programme";
import { inTenant } from "@/lib/server/tenant-access";
import { addWorkflow } from "@/lib/work/workflows/add-workflow";
import { saveStep } from "@/lib/work/workflows/change-workflow";
import { type GivenOrganisation, givenData } from "./factory";

export type GivenProgramme = GivenOrganisation & { initiativeId: string; workflowId: string; roleId: string };

const learners = Array.from({ length: 20 }, (_, at) => `L${at}`);
const others = Array.from({ length: 20 }, (_, at) => `O${at}`);
const people = [...learners, ...others];
const managers = Array.from({ length: 6 }, (_, at) => `M${at}`);
const behaviours = ["Asks why", "Names the rule", "Confirms"];

/** The first day of the programme; data go from February to June 2025. */
export const startsOn = "2025-04-10";

const study = {
  initiative: "refunds",
  title: "Refunds",
  design: "randomised",
  primary_kpi: "errors",
  secondary_kpis: ["money"],
  baseline: { from: "2025-02-01", to: "2025-03-31" },
  follow_up: { from: "2025-05-01", to: "2025-06-30" },
  registered_at: "2025-03-20",
  chain: { role: ["clerk"], skill_gap: "Refunds come back", behaviours, activities: ["cards"] },
};

/** Of ten jobs each time, so many escalated: fewer for learners since. */
const escalated = (person: string, at: number, since: boolean) =>
  since && person.startsWith("L") ? at % 2 : 3 + (at % 3);

function workEvents(): string {
  const rows = people.flatMap((person, at) =>
    [false, true].flatMap((since) =>
      Array.from({ length: 10 }, (_, job) => {
        const outcome = job < escalated(person, at, since) ? "escalated" : "ok";
        return `w${person}${since}${job},${person},refund,2025-0${since ? 5 : 3}-${10 + job}T10:00:00Z,${outcome}`;
      }),
    ),
  );
  return `event_id,employee_id,task,completed_at,outcome\n${rows.join("\n")}\n`;
}

/** Everybody asks about tax; learners do so less since. Managers answer, in 20 to 30 minutes. */
function helpRequests(): string {
  const rows = people.flatMap((person, at) =>
    [false, true].flatMap((since) => {
      const times = since && person.startsWith("L") ? 1 : 3;
      return Array.from({ length: times }, (_, n) => {
        const day = `2025-0${since ? 5 : 3}-${10 + n}`;
        return `h${person}${since}${n},${person},${day}T09:00:00Z,${day}T10:00:00Z,M${at % 6},${20 + (at % 10)},refund,Tax,Chat`;
      });
    }),
  );
  return `request_id,employee_id,asked_at,answered_at,helper_id,minutes,task,topic,channel\n${rows.join("\n")}\n`;
}

/** Levels rise in learners by a bit more than one, in the others by nothing; whether it is done alone is known of nobody before. */
function observations(): string {
  const rows = people.flatMap((person, at) =>
    [false, true].map((since) => {
      const level = since && person.startsWith("L") ? 3 + (at % 3) : 2 + (at % 2);
      const independent = since ? at % 4 !== 0 : "";
      return `o${person}${since},${person},Asks why,${level},manager,2025-0${since ? 5 : 3}-12T09:00:00Z,${independent}`;
    }),
  );
  return `observation_id,employee_id,behaviour,level,source,observed_at,independent\n${rows.join("\n")}\n`;
}

function learningEvents(): string {
  const rows = people.flatMap((person, at) =>
    [false, true].map((since) => {
      const sure = (since && person.startsWith("L") ? 0.7 + (at % 4) / 100 : 0.5) + (at % 5) / 50;
      return `e${person}${since},${person},quiz,answered,2025-0${since ? 5 : 3}-14T09:00:00Z,${sure}`;
    }),
  );
  return `event_id,employee_id,activity,verb,at,confidence\n${rows.join("\n")}\n`;
}

const kpi = () =>
  ["2025-03-31", "2025-05-31", "2025-06-30"]
    .flatMap((day) => people.map((person, at) => `errors,${day},${person},${10 + (at % 7)}`))
    .join("\n");

/** Twenty learners, twenty others, a workflow with one task, and the programme of their initiative, begun in April 2025. */
export async function givenProgramme({ begun = true } = {}): Promise<GivenProgramme> {
  const given = await givenData({
    "people.csv": `employee_id,role,manager_id,hire_date\n${managers.map((one) => `${one},boss,,2020-01-01`).join("\n")}\n${people.map((one, at) => `${one},clerk,M${at % 6},2020-01-01`).join("\n")}\n`,
    "kpis.csv": "kpi,direction,layer\nerrors,down,in_work\nmoney,up,business\n",
    "skills.csv": `role,task,skill,behaviour\n${behaviours.map((one) => `clerk,refund,refunds,${one}`).join("\n")}\n`,
    "activities.csv": "activity,title,behaviour\nquiz,Quiz,Asks why\ncards,Cards,Asks why\n",
    "kpi.csv": `kpi,date,employee_id,value\n${kpi()}\n`,
    "work_events.csv": workEvents(),
    "help_requests.csv": helpRequests(),
    "observations.csv": observations(),
    "learning_events.csv": learningEvents(),
  });
  const cohort = people.map((one) => `${one},${one.startsWith("L") ? "treatment,2025-04-10" : "control,"}`).join("\n");
  await given.take({
    "study.json": JSON.stringify(study),
    "cohort.csv": `employee_id,arm,exposed_on\n${cohort}\n`,
  });
  const found = await inTenant(given.orgId, async (tx) => {
    const [own] = await tx.select({ id: initiatives.id }).from(initiatives);
    const { rows } = await tx.execute<{ roleId: string; taskId: string }>(
      sql`select role_id as "roleId", id as "taskId" from tasks where name = 'refund'`,
    );
    return { initiativeId: own?.id ?? "", ...(rows[0] ?? { roleId: "", taskId: "" }) };
  });
  const lead = given.as("ld_lead");
  const { id: workflowId } = await addWorkflow(lead, { roleId: found.roleId, name: "Escalations", starter: null });
  const nothing = { goodPath: null, failurePath: null, decisionQuality: null, handsToRoleId: null };
  await saveStep(lead, {
    ...{ workflowId, stepId: null, was: null },
    step: { ...nothing, name: "Refund it", taskId: found.taskId, statedDelayHours: null, kpiId: null },
  });
  const { initiativeId, roleId } = found;
  const pain = "Every third refund is escalated.";
  if (begun) await startProgramme(lead, { initiativeId, startsOn, workflowId, leadId: null, pain });
  return { ...given, initiativeId, workflowId, roleId };
}
