import { sql } from "drizzle-orm";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "./factory";

/** What somebody's two months of work look like: six jobs each, all right and alone; all right with help; every second one wrong; or two jobs in all. */
type Work = "alone" | "helped" | "wrong" | "little" | "none";

const now: Record<string, Work> = {
  ...Object.fromEntries(["o1", "o2", "o3", "o4", "o5", "r1", "r2", "r3", "r4"].map((id) => [id, "alone"])),
  o6: "helped",
  o7: "wrong",
  r5: "wrong",
  o8: "little",
  r6: "none",
};
const yearBefore: Record<string, Work> = {
  ...Object.fromEntries(["o1", "o2", "o3", "r1", "r2"].map((id) => [id, "alone"])),
  ...Object.fromEntries(["o4", "o5", "o6", "o7", "r3", "r4", "r5"].map((id) => [id, "wrong"])),
  o8: "little",
  r6: "none",
};

/**
 * 14 clerks, 8 in Oslo (unit North) and 6 in Rome (unit South), and 3 tellers and 3 porters in Rome. Clerks refund, tellers count, porters lift; all critical. Work of
 * September and October 2026 and of 2025, of quality 0.9 where it is right and 0.5 where it is wrong; a job of another task in March 2025.
 */
export async function givenAble(change: Partial<Record<string, Work>> = {}) {
  const people = ["employee_id,role,unit,site,team,manager_id,hire_date", "boss,boss,Co,Oslo,Leads,,2020-01-01"];
  const work = [
    "event_id,employee_id,task,completed_at,outcome,assisted,quality",
    "w0,o1,greet,2025-03-05T10:00:00Z,ok,false,0.9",
  ];
  const job = (id: string, at: string, { ok, assisted }: { ok: boolean; assisted: boolean }) =>
    work.push(`w${work.length},${id},refund,${at}T10:00:00Z,${ok ? "ok" : "error"},${assisted},${ok ? 0.9 : 0.5}`);
  const works = (id: string, kind: Work, year: number) => {
    const jobs = { alone: 6, helped: 6, wrong: 6, little: 1, none: 0 }[kind];
    for (const month of ["09", "10"]) {
      for (let index = 1; index <= jobs; index += 1)
        job(id, `${year}-${month}-0${index}`, { ok: kind !== "wrong" || index % 2 === 0, assisted: kind === "helped" });
    }
  };
  for (const id of Object.keys(now)) {
    const oslo = id.startsWith("o");
    people.push(`${id},clerk,Co / ${oslo ? "North" : "South"},${oslo ? "Oslo" : "Rome"},Crew,boss,2021-01-01`);
    works(id, change[id] ?? now[id] ?? "none", 2026);
    works(id, yearBefore[id] ?? "none", 2025);
  }
  for (let i = 1; i <= 3; i += 1)
    people.push(
      `t${i},teller,Co / South,Rome,Till,boss,2021-01-01`,
      `p${i},porter,Co / South,Rome,Till,boss,2021-01-01`,
    );
  const given = await givenData({
    "people.csv": `${people.join("\n")}\n`,
    "skills.csv":
      "role,task,skill,behaviour,target_level\nclerk,refund,Refunds,Asks why,3\nclerk,greet,Listening,Listens,3\nteller,count,Counting,Counts twice,3\nporter,lift,Lifting,Bends the knees,3\n",
    "work_events.csv": `${work.join("\n")}\n`,
  });
  const { rows } = await inTenant(given.orgId, async (tx) => {
    await tx.execute(sql`update tasks set critical = true where name in ('refund', 'count', 'lift')`);
    return tx.execute<{ name: string; id: string }>(sql`
      select name, id::text from roles union all select name, id::text from sites union all select name, id::text from tasks
      union all select name, id::text from business_units union all select employee_id, id::text from people`);
  });
  const ids = new Map(rows.map(({ name, id }) => [name, id]));
  return { given, id: (name: string): string => ids.get(name) ?? `no ${name}` };
}
