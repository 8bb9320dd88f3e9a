import "server-only";
import { stringify } from "csv-stringify/sync";
import { sql } from "drizzle-orm";
import { leaveTrace, query } from "@/lib/server/tenant-access";

export type ListFile = { fileName: string; body: string };

type Row = {
  employeeId: string;
  name: string | null;
  arm: string;
  exposedOn: string | null;
  plannedOn: string | null;
  cluster: string | null;
  assigned: string | null;
  attributes: Record<string, string | number>;
};

const columns = ["employee_id", "arm", "exposed_on", "cluster", "assigned", "planned_on", "name"] as const;

/**
 * Who is in which arm and when each starts, in the shape of cohort.csv (exposed_on is filled in when it has happened), planned_on, name
 * and what lots were drawn within. It lists people, so it leaves a trace. Null where this organisation has no such initiative.
 */
export const whoGoesWhen = query("plan.create", async (tx, initiativeId: string, viewer): Promise<ListFile | null> => {
  const { orgId } = viewer;
  const { rows: found } = await tx.execute<{ code: string; peopleOf: string }>(sql`
    select code, coalesce(explores, id) as "peopleOf" from initiatives where org_id = ${orgId} and id = ${initiativeId}`);
  const [initiative] = found;
  if (!initiative) return null;
  const { rows } = await tx.execute<Row>(sql`
    select p.employee_id as "employeeId", p.name, a.arm, a.exposed_on::text as "exposedOn", a.planned_on::text as "plannedOn",
      a.cluster, a.assigned, a.attributes
    from arm_members a join people p on p.org_id = a.org_id and p.id = a.person_id
    where a.org_id = ${orgId} and a.initiative_id = ${initiative.peopleOf}
    order by coalesce(a.planned_on, a.exposed_on), a.arm, a.cluster nulls last, p.employee_id collate "C"`);
  const further = [...new Set(rows.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
  const records = rows.map((row) => ({
    employee_id: row.employeeId,
    arm: row.arm,
    exposed_on: row.exposedOn,
    cluster: row.cluster,
    assigned: row.assigned,
    planned_on: row.plannedOn,
    name: row.name,
    ...Object.fromEntries(further.map((key) => [key, row.attributes[key] ?? null])),
  }));
  await leaveTrace(tx, viewer, "plan.list", { subject: initiativeId, detail: { people: rows.length } });
  const body = stringify(records, {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
    columns: [...columns, ...further],
  });
  return { fileName: `${initiative.code}-who-goes-when.csv`, body };
});
