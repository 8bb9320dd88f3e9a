import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { rebuildRollups } from "@/lib/rollups/refresh-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { insertRow } from "@/test/insert-row";

/** Words and numbers that stand nowhere but in the canary's own evidence. */
export const marks = {
  name: "Canary Wrenfield",
  employeeId: "CANARY-7",
  note: "the canary paused before the amount",
  artefact: "https://canary.example/case-90817",
  file: "canary-photo.png",
  reason: "the canary was on leave",
  nudge: "dear canary, try it alone",
  action: "the canary was coached on a Tuesday",
  review: "the canary's quotation",
  answer: "the canary should redo the third page",
};
export const levels = { seen: 4.3871, solo: 3.7193, own: 2.2719 };

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);

/**
 * Boss leads Coach and Other; Coach coaches the canary and seven more, Other coaches six. The canary alone has the role "soloist" and its skill; all
 * share the skill of refunds.
 */
function files() {
  const people = ["employee_id,name,role,unit,site,team,manager_id,hire_date"];
  const add = (id: string, name: string, role: string, manager: string) =>
    people.push(`${id},${name},${role},Co / North,Oslo,Crew,${manager},2020-01-01`);
  add("BOSS", "Boss", "lead", "");
  add("COACH", "Coach", "lead", "BOSS");
  add("OTHER", "Other", "lead", "BOSS");
  add(marks.employeeId, marks.name, "soloist", "COACH");
  const observations = ["observation_id,employee_id,behaviour,level,source,observed_at,rater_id"];
  const work = ["event_id,employee_id,task,completed_at,outcome,assisted"];
  for (let i = 0; i < 13; i += 1) {
    add(`P${i}`, `Person ${i}`, "clerk", i < 7 ? "COACH" : "OTHER");
    observations.push(`p${i},P${i},Asks why,${2 + (i % 3)},manager,${day(40)}T09:00:00Z,${i < 7 ? "COACH" : "OTHER"}`);
    work.push(`w${i},P${i},refund,${day(40)}T10:00:00Z,${i % 3 ? "ok" : "error"},false`);
  }
  work.push(`wc,${marks.employeeId},refund,${day(40)}T10:00:00Z,ok,true`);
  return {
    "people.csv": people,
    "skills.csv": [
      "role,task,skill,depth,behaviour,target_level",
      "clerk,refund,refunds,complex,Asks why,3",
      "soloist,refund,refunds,complex,Asks why,3",
      "soloist,sing,singing,complex,Holds the note,3",
    ],
    "observations.csv": observations,
    "work_events.csv": work,
    "learning_events.csv": [
      "event_id,employee_id,activity,verb,at",
      ...Array.from({ length: 13 }, (_, i) => `l${i},P${i},tip,accessed,${day(45)}T09:00:00Z`),
    ],
  };
}

export type Canary = Awaited<ReturnType<typeof givenCanary>>;

/** An organisation with evidence planted on one person, and one viewer of every kind. */
export async function givenCanary() {
  const given = await givenData(
    Object.fromEntries(Object.entries(files()).map(([name, rows]) => [name, `${rows.join("\n")}\n`])),
  );
  const { orgId } = given;
  const found = await inTenant(orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`
      select employee_id as name, id::text from people union all select name, id::text from skills
      union all select name, id::text from roles union all select statement, id::text from behaviours
      union all select name, id::text from business_units union all select name, id::text from tasks where role_id is not null`),
  );
  const idOf = (name: string): string => found.rows.find((row) => row.name === name)?.id ?? "";
  const personId = idOf(marks.employeeId);

  const sign = async (employeeId: string, role: "manager" | "employee"): Promise<Viewer> => {
    const { id } = await createUser(given.as("admin"), {
      email: `${employeeId.toLowerCase()}-${randomUUID()}@example.com`,
      name: `${employeeId} signs in`,
      password: "correct horse battery",
      roles: [{ role }],
      employeeId,
    });
    return { ...given.as(role, { personId: idOf(employeeId) }), userId: id };
  };
  const [coach, above, other] = [
    await sign("COACH", "manager"),
    await sign("BOSS", "manager"),
    await sign("OTHER", "manager"),
  ];
  const [self, reviewer, colleague] = [
    await sign(marks.employeeId, "employee"),
    await sign("P1", "employee"),
    await sign("P2", "employee"),
  ];
  const fileId = randomUUID();
  const reviewId = randomUUID();
  await inTenant(orgId, async (tx) => {
    const own = { org_id: orgId, person_id: personId };
    const rating = (id: string, behaviour: string, level: number, source: string) =>
      insertRow(tx, "observations", {
        ...own,
        observation_id: id,
        observed_at: `${day(10)}T09:00:00Z`,
        behaviour_id: idOf(behaviour),
        level,
        source,
        rater_id: source === "self" ? personId : coach.personId,
        entered_by: source === "self" ? self.userId : coach.userId,
        entered_at: new Date(),
        note: marks.note,
        artefact: marks.artefact,
      });
    await rating("canary-1", "Asks why", levels.seen, "manager");
    await rating("canary-2", "Holds the note", levels.solo, "manager");
    await rating("canary-3", "Holds the note", levels.own, "self");
    await insertRow(tx, "evidence_files", {
      ...own,
      id: fileId,
      name: marks.file,
      media_type: "image/png",
      sha256: "0",
      content: Buffer.from(marks.note),
      observation_id: "canary-1",
      added_by: coach.userId,
    });
    await insertRow(tx, "contests", { ...own, observation_id: "canary-1", reason: marks.reason, due_on: day(2) });
    await insertRow(tx, "nudges", {
      ...own,
      kind: "practice",
      text: marks.nudge,
      sent_by: coach.userId,
      show_from: `${day(3)}T09:00:00Z`,
    });
    await insertRow(tx, "manager_actions", {
      ...own,
      kind: "coaching",
      done_on: day(5),
      note: marks.action,
      manager_id: coach.personId,
      logged_by: coach.userId,
    });
    await tx.execute(sql`
      insert into artefact_reviews (org_id, person_id, id, title, link, behaviour_ids, reviewer_id, status, answer)
      values (${orgId}, ${personId}, ${reviewId}, ${marks.review}, ${marks.artefact}, array[${idOf("Asks why")}]::uuid[], ${reviewer.personId}, 'redo', ${marks.answer})`);
    await rebuildRollups(tx, orgId);
  });
  const strangers = {
    other,
    colleague,
    // Tied to the coach's record without being a manager: the record alone opens nothing.
    admin: given.as("admin", { personId: coach.personId ?? "" }),
    ld_lead: given.as("ld_lead"),
    hrbp: given.as("hrbp", { units: [idOf("Co")] }),
    executive: given.as("executive"),
    finance: given.as("finance"),
    auditor: given.as("auditor"),
  } satisfies Record<string, Viewer>;
  return { ...given, idOf, personId, fileId, reviewId, self, coach, above, reviewer, strangers };
}
