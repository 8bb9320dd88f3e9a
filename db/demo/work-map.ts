import { roles, tasks } from "@/db/schema/taxonomy";
import { kpis } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { addFriction } from "@/lib/work/friction/add-friction";
import { addWorkflow } from "@/lib/work/workflows/add-workflow";
import { saveStep } from "@/lib/work/workflows/change-workflow";

type Step = {
  name: string;
  task: string;
  good: string;
  failure: string;
  decision: string;
  handsTo: string | null;
  hours: number | null;
  kpi: string | null;
};
type Told = { step: number; kind: "struggle" | "escalate" | "avoidable_error"; statement: string; toldBy: number };
type Map = { role: string; name: string; steps: Step[]; told: Told[] };

const service = "Customer Service Representatives";
const billing = "Billing and Posting Clerks";
const assembler = "Team Assemblers";
const inspector = "Inspectors, Testers, Sorters, Samplers, and Weighers";

/** Two workflows as somebody drew them after interviews; the delays people state are what they believe, cases show others. Made up. */
const maps: readonly Map[] = [
  {
    role: service,
    name: "Customer escalations",
    steps: [
      {
        name: "Refer the grievance",
        task: "Refer unresolved customer grievances to designated departments",
        good: "Order, history and attempted fixes are attached before it is sent",
        failure: "It is sent to be rid of it, and Billing asks the customer again",
        decision: "Known and assumed are kept apart, and the one department that can decide is chosen",
        handsTo: billing,
        hours: 12,
        kpi: "first_contact_resolution",
      },
      {
        name: "Settle the difference",
        task: "Resolve discrepancies in accounting records",
        good: "Traced to its first posting, corrected once, approved by who may",
        failure: "The symptom is corrected and comes back next month",
        decision: "Above the limit a second person decides",
        handsTo: service,
        hours: 4,
        kpi: null,
      },
      {
        name: "Close with the customer",
        task: "Check that appropriate changes were made to resolve customers' problems",
        good: "Closed when the customer confirms that it is settled",
        failure: "Closed in the system, open for the customer",
        decision: "Not closed before the change was seen to work",
        handsTo: null,
        hours: null,
        kpi: "first_contact_resolution",
      },
    ],
    told: [
      {
        step: 0,
        kind: "struggle",
        statement: "Nobody knows which department may decide about a partial month",
        toldBy: 9,
      },
      {
        step: 1,
        kind: "escalate",
        statement: "Credit notes across two years always go to the head of Billing",
        toldBy: 5,
      },
    ],
  },
  {
    role: assembler,
    name: "Quality hand-offs",
    steps: [
      {
        name: "Check one's own work",
        task: "Perform quality checks on products and parts",
        good: "The first piece is checked against the drawing before the batch goes on",
        failure: "Quality is left to the inspectors",
        decision: "Two failures in a row stop the line",
        handsTo: inspector,
        hours: 4,
        kpi: "defect_rate",
      },
      {
        name: "Inspect and decide",
        task: "Inspect materials, products or work for conformance to specifications",
        good: "Decided by the plan, with limit and instrument named",
        failure: "The sample is taken from the top of the box",
        decision: "What cannot be decided is said to be so",
        handsTo: null,
        hours: 2,
        kpi: null,
      },
      {
        name: "Tell who made it",
        task: "Notify supervisors of production problems",
        good: "Cause and evidence reach who made it on the same day",
        failure: "The same defect is found again next week",
        decision: "An earlier correction is checked before a new one is asked for",
        handsTo: null,
        hours: null,
        kpi: null,
      },
    ],
    told: [
      {
        step: 0,
        kind: "avoidable_error",
        statement: "The drawing on the station is older than the one on the order",
        toldBy: 12,
      },
    ],
  },
];

/** Draws the maps of the demo through the commands the app uses. */
export async function drawWorkMap(viewer: Viewer): Promise<void> {
  const ids = await inTenant(viewer.orgId, async (tx) => ({
    roles: new Map((await tx.select().from(roles)).map(({ name, id }) => [name, id])),
    tasks: new Map((await tx.select().from(tasks)).map(({ name, id }) => [name, id])),
    kpis: new Map((await tx.select().from(kpis)).map(({ code, id }) => [code, id])),
  }));
  for (const { role, name, steps, told } of maps) {
    const roleId = ids.roles.get(role);
    if (!roleId) throw new Error(`The demo has no role ${role}`);
    const { id: workflowId } = await addWorkflow(viewer, { roleId, name, starter: null });
    const stepIds: string[] = [];
    for (const { task, good, failure, decision, handsTo, hours, kpi, ...step } of steps) {
      const { id } = await saveStep(viewer, {
        workflowId,
        stepId: null,
        was: null,
        step: {
          name: step.name,
          taskId: ids.tasks.get(task) ?? null,
          goodPath: good,
          failurePath: failure,
          decisionQuality: decision,
          handsToRoleId: handsTo && (ids.roles.get(handsTo) ?? null),
          statedDelayHours: hours,
          kpiId: kpi && (ids.kpis.get(kpi) ?? null),
        },
      });
      stepIds.push(id);
    }
    for (const { step, ...point } of told) {
      await addFriction(viewer, { ...point, roleId, taskId: null, stepId: stepIds[step] ?? null });
    }
  }
}
