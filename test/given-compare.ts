import { sql } from "drizzle-orm";
import type { Viewer } from "@/lib/access/viewer";
import type { Comparison } from "@/lib/compare/comparison";
import { computeComparison } from "@/lib/compare/compute-comparison";
import { parseCompare } from "@/lib/compare/input";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "./factory";

/**
 * 43 people: 20 in North (Oslo), 20 in South (Rome), 3 in East (Rome). In 2026-Q1 and Q2 each of North and South finished ten jobs;
 * person i of a unit had `northErrors` or `southErrors` of i wrong. Even-numbered people of both used the tip in May.
 */
const errors = {
  n: (i: number, quarter: 1 | 2) => (quarter === 1 ? 3 + (i % 3) : 1 + (i % 2)),
  s: (i: number, quarter: 1 | 2) => (quarter === 1 ? 4 + (i % 3) : 4 + (i % 4)),
};

export const errorsOf = (unit: "n" | "s", quarter: 1 | 2) =>
  Array.from({ length: 20 }, (_, i) => errors[unit](i, quarter));

function csvFiles() {
  const people = ["employee_id,role,unit,site,team,hire_date"];
  const events = ["event_id,employee_id,activity,verb,at"];
  const work = ["event_id,employee_id,task,completed_at,outcome"];
  const add = (id: string, unit: string, i: number) =>
    people.push(
      `${id},${i < 6 ? "boss" : "clerk"},Co / ${unit},${unit === "North" ? "Oslo" : "Rome"},T${i % 2},${i % 3 === 0 ? "2025-09-01" : "2019-01-01"}`,
    );
  for (let i = 0; i < 20; i += 1) {
    add(`n${i}`, "North", i);
    add(`s${i}`, "South", i);
    for (const unit of ["n", "s"] as const) {
      if (i % 2 === 0) events.push(`${unit}${i},${unit}${i},tip,accessed,2026-05-04T10:00:00Z`);
      for (const [quarter, day] of [
        [1, "2026-02-05"],
        [2, "2026-06-05"],
      ] as const)
        for (let job = 0; job < 10; job += 1)
          work.push(
            `${unit}${i}-${day}-${job},${unit}${i},file,${day}T10:00:0${job}Z,${job < errors[unit](i, quarter) ? "error" : "ok"}`,
          );
    }
  }
  for (let i = 0; i < 3; i += 1) add(`e${i}`, "East", 10 + i);
  return {
    "people.csv": `${people.join("\n")}\n`,
    "activities.csv": "activity,title,format,delivery,surface\ntip,Tip,Hint,in_flow,CRM\n",
    "learning_events.csv": `${events.join("\n")}\n`,
    "work_events.csv": `${work.join("\n")}\n`,
  };
}

/** The organisation, and the id of each unit, role, site, team, activity and person by name. */
export async function givenCompare() {
  const given = await givenData(csvFiles());
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`
      select name, id::text from business_units union all select name, id::text from roles union all select name, id::text from sites
      union all select name, id::text from teams union all select employee_id, id::text from people
      union all select code, id::text from activities`),
  );
  const ids: Record<string, string> = Object.fromEntries(rows.map((row) => [row.name, row.id]));
  return { given, ids };
}

export async function compare(viewer: Viewer, parameters: Record<string, string>): Promise<Comparison | null> {
  const request = parseCompare({ period: "2026-Q2", ...parameters });
  return request && computeComparison(viewer, request);
}

export function compared(found: Comparison | null) {
  if (found?.kind !== "compared") throw new Error(`not compared: ${found?.kind}`);
  const group = (name: string) => {
    const one = found.groups.find((each) => each.name === name);
    if (!one) throw new Error(`no group ${name}`);
    return one;
  };
  return { ...found, group };
}
