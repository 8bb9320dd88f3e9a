import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { RoleName } from "@/db/schema/access";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { rebuildRollups } from "@/lib/rollups/refresh-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { insertRow } from "@/test/insert-row";
import { canaryFiles, marks, refusedFile } from "./canary-files";
import { plantEvidence } from "./plant-evidence";
import { plantInitiatives } from "./plant-initiatives";
import { plantProgrammes } from "./plant-programme";
import { plantSurvey } from "./plant-survey";

export type Canary = Awaited<ReturnType<typeof givenCanary>>;

/** Somebody's way in: a role, the employee record it is tied to, and for an HR partner the unit. */
type SignsIn = { role: RoleName; employeeId?: string; unit?: string };

/** An organisation with evidence planted on one person, and one user of every kind who may sign in. */
export async function givenCanary() {
  const given = await givenData(canaryFiles());
  const { orgId } = given;
  const reports = await given.take({ "observations.csv": refusedFile });
  const refusedUpload = randomUUID();
  const found = await inTenant(orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`
      select employee_id as name, id::text from people union all select name, id::text from skills
      union all select name, id::text from roles union all select statement, id::text from behaviours
      union all select name, id::text from business_units union all select name, id::text from tasks where role_id is not null`),
  );
  const idOf = (name: string): string => found.rows.find((row) => row.name === name)?.id ?? "";
  const personId = idOf(marks.employeeId);

  const signIn = async ({ role, employeeId, unit }: SignsIn): Promise<Viewer> => {
    const units = unit ? [idOf(unit)] : [];
    const { id } = await createUser(given.as("admin"), {
      email: `${role}-${randomUUID()}@example.com`,
      name: `${employeeId ?? "A"} ${role} signs in`,
      password: "correct horse battery",
      roles: [{ role, ...(unit && { unitId: idOf(unit) }) }],
      ...(employeeId && { employeeId }),
    });
    return { ...given.as(role, { units, ...(employeeId && { personId: idOf(employeeId) }) }), userId: id };
  };
  const insiders = {
    self: await signIn({ role: "employee", employeeId: marks.employeeId }),
    coach: await signIn({ role: "manager", employeeId: "COACH" }),
    above: await signIn({ role: "manager", employeeId: "BOSS" }),
    reviewer: await signIn({ role: "employee", employeeId: "P1" }),
  };
  const strangers = {
    other: await signIn({ role: "manager", employeeId: "OTHER" }),
    colleague: await signIn({ role: "employee", employeeId: "P2" }),
    // Tied to the coach's record without being a manager: the record alone opens nothing.
    admin: await signIn({ role: "admin", employeeId: "COACH" }),
    ld_lead: await signIn({ role: "ld_lead" }),
    hrbp: await signIn({ role: "hrbp", unit: "Co" }),
    executive: await signIn({ role: "executive" }),
    finance: await signIn({ role: "finance" }),
    auditor: await signIn({ role: "auditor" }),
  };
  const planted = await inTenant(orgId, async (tx) => {
    const evidence = await plantEvidence(tx, { orgId, personId, behaviour: idOf, ...insiders });
    const people = Array.from({ length: 12 }, (_, at) => idOf(`P${at}`));
    const initiatives = await plantInitiatives(tx, { orgId, people, personId });
    await plantProgrammes(tx, orgId, initiatives);
    const survey = await plantSurvey(tx, { orgId, personId });
    const upload = { org_id: orgId, id: refusedUpload, status: "done", files: "[]", reports: JSON.stringify(reports) };
    await insertRow(tx, "uploads", upload);
    await rebuildRollups(tx, orgId);
    const { rows: kpis } = await tx.execute<{ id: string }>(sql`select id::text from kpis`);
    return { ...evidence, ...survey, initiatives, kpiIds: kpis.map(({ id }) => id) };
  });
  return {
    ...given,
    ...planted,
    idOf,
    personId,
    refusedUpload,
    refusedBatch: reports[0]?.batchId ?? "",
    insiders,
    strangers,
    everybody: { ...strangers, ...insiders },
  };
}
