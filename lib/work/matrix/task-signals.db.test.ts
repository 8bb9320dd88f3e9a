import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { roles } from "@/db/schema/taxonomy";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { readMatrix } from "./read-matrix";

afterAll(closePool);

test("what is known of one person in a task is not told by the rest of another task either", async () => {
  const names = ["E1", "E2", "E3", "E4", "E5", "E6"];
  const jobs = names.flatMap((name) =>
    ["easy", "hard"].flatMap((task) =>
      Array.from({ length: 6 }, (_, at) => {
        // Whether help was needed in hard jobs is on file of E1 alone, who always needed it.
        const assisted = task === "easy" ? "false" : name === "E1" ? "true" : "";
        return `${name}-${task}-${at},${name},${task},2025-03-${10 + at}T10:00:00Z,ok,${assisted}`;
      }),
    ),
  );
  const given = await givenData({
    "people.csv": `employee_id,role\n${names.map((name) => `${name},clerk`).join("\n")}\n`,
    "skills.csv": "role,task,skill\nclerk,easy,typing\nclerk,hard,judging\n",
    "work_events.csv": `event_id,employee_id,task,completed_at,outcome,assisted\n${jobs.join("\n")}\n`,
  });
  const [role] = await inTenant(given.orgId, (tx) => tx.select().from(roles));
  const { tasks } = await readMatrix(given.as("ld_lead"), role?.id ?? "");
  const assisted = (name: string) => tasks.find((task) => task.name === name)?.figures?.signals.assisted;
  expect(assisted("hard")).toBeNull();
  expect(assisted("easy")).toMatchObject({ share: 0, of: 36, rest: null, apart: null });
});
