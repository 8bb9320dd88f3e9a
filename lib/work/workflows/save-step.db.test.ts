import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { roles } from "@/db/schema/taxonomy";
import { workflowSteps } from "@/db/schema/workflows";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { expectSentOnce } from "@/test/sent-once";
import { addWorkflow } from "./add-workflow";
import { saveStep } from "./change-workflow";

afterAll(closePool);

test("a step sent twice is added once", async () => {
  const given = await givenData({ "skills.csv": "role,task,skill\nclerk,refer,telling\n" });
  const [role] = await inTenant(given.orgId, (tx) => tx.select().from(roles));
  const lead = given.as("ld_lead");
  const map = { roleId: role?.id ?? "", name: "Escalations", starter: null };
  const { id: workflowId } = await addWorkflow(lead, map);
  const step = {
    name: "Refer it",
    taskId: null,
    goodPath: "",
    failurePath: null,
    decisionQuality: null,
    handsToRoleId: null,
    statedDelayHours: 0.1,
    kpiId: null,
  };
  await expectSentOnce({
    table: workflowSteps,
    viewer: lead,
    send: (viewer, entryId) => saveStep(viewer, { entryId, workflowId, stepId: null, step, was: null }),
  });
  expect(await inTenant(given.orgId, (tx) => tx.$count(workflowSteps))).toBe(1);
});
