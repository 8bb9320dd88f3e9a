import { sql } from "drizzle-orm";
import type { Viewer } from "@/lib/access/viewer";
import { parseRequest } from "@/lib/scorecard/input";
import { readScorecard } from "@/lib/scorecard/read-scorecard";
import type { Scorecard } from "@/lib/scorecard/scorecard";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "./factory";

/**
 * 20 people: 9 in North (one of them its boss, with 5 direct reports and 2 below one of these), 8 in South, 3 in East. 18 clerks,
 * 2 bosses. Everybody in North used the tip in both quarters of 2026, half of South only in the second.
 */
function csvFiles() {
  const people = ["employee_id,role,unit,site,team,manager_id,hire_date"];
  const events = ["event_id,employee_id,activity,verb,at,assigned_by"];
  const work = ["event_id,employee_id,task,completed_at,outcome"];
  const add = (id: string, role: string, unit: string, manager: string) =>
    people.push(
      `${id},${role},Co / ${unit},${unit === "East" ? "Rome" : "Oslo"},${role === "boss" ? "Leads" : "Crew"},${manager},2020-01-01`,
    );
  add("n0", "boss", "North", "");
  for (let i = 1; i <= 8; i += 1) add(`n${i}`, "clerk", "North", i <= 5 ? "n0" : i <= 7 ? "n1" : "");
  add("s0", "boss", "South", "");
  for (let i = 1; i <= 7; i += 1) add(`s${i}`, "clerk", "South", "s0");
  for (let i = 1; i <= 3; i += 1) add(`e${i}`, "clerk", "East", "");
  const use = (id: string, at: string) => events.push(`${id}-${at},${id},tip,accessed,${at}T10:00:00Z,self`);
  for (let i = 0; i <= 8; i += 1) for (const at of ["2026-02-03", "2026-05-04"]) use(`n${i}`, at);
  for (let i = 0; i < 4; i += 1) use(`s${i}`, "2026-06-30");
  const jobs = (id: string, at: string, errors: number) => {
    for (let i = 0; i < 10; i += 1)
      work.push(`${id}-${at}-${i},${id},file,${at}T10:00:0${i}Z,${i < errors ? "error" : "ok"}`);
  };
  for (let i = 0; i <= 8; i += 1) {
    jobs(`n${i}`, "2026-03-05", 4 + (i % 3));
    jobs(`n${i}`, "2026-06-05", i % 2);
  }
  return {
    "people.csv": `${people.join("\n")}\n`,
    "activities.csv": "activity,title,delivery\ntip,Tip,in_flow\n",
    "learning_events.csv": `${events.join("\n")}\n`,
    "work_events.csv": `${work.join("\n")}\n`,
  };
}

/** The organisation, and the id of each unit, role, site, team and person by name. */
export async function givenScorecard() {
  const given = await givenData(csvFiles());
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`
      select name, id::text from business_units union all select name, id::text from roles union all select name, id::text from sites
      union all select name, id::text from teams union all select employee_id, id::text from people`),
  );
  const ids: Record<string, string> = Object.fromEntries(rows.map((row) => [row.name, row.id]));
  return { given, ids };
}

export async function read(viewer: Viewer, parameters: Record<string, string> = {}): Promise<Scorecard | null> {
  const request = parseRequest({ period: "2026-Q2", against: "previous", ...parameters });
  return request && readScorecard(viewer, request);
}

export function shown(scorecard: Scorecard | null) {
  if (scorecard?.kind !== "shown") throw new Error(`not shown: ${scorecard?.kind}`);
  const tiles = [...scorecard.categories.flatMap((category) => category.tiles), ...scorecard.activity];
  const tile = (id: string) => {
    const found = tiles.find(({ metric }) => metric.id === id);
    if (!found) throw new Error(`no tile ${id}`);
    return found;
  };
  return { ...scorecard, tile };
}
