import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contests } from "@/db/schema/development";
import { addDays } from "@/lib/days";
import { readRules } from "@/lib/evidence/read-rules";
import { strikeObservation } from "@/lib/team/contests/strike-observation";

type Pair = {
  employee: string;
  colleague: string;
  /** Of both. */
  manager: { personId: string; userId: string };
  today: string;
};

type Seen = { id: string; on: string };

/** One contest of each state about what the demo's manager wrote: the employee's are answered, a colleague's waits for an answer. */
export async function addContests(
  tx: Tx,
  orgId: string,
  { employee, colleague, manager, today }: Pair,
): Promise<number> {
  const { rules } = await readRules(tx, orgId);
  const [declined, upheld] = await readSeen(tx, orgId, employee, manager.personId);
  const [open, withdrawn] = await readSeen(tx, orgId, colleague, manager.personId);
  const rows: (typeof contests.$inferInsert)[] = [];
  const add = (
    personId: string,
    seen: Seen,
    rest: Pick<typeof contests.$inferInsert, "reason" | "status" | "answer">,
  ) => {
    const openedOn = addDays(seen.on, 2);
    const answeredAt = at(addDays(openedOn, 4), 14);
    const isAnswered = rest.status === "upheld" || rest.status === "declined";
    rows.push({
      orgId,
      personId,
      observationId: seen.id,
      openedAt: at(openedOn, 10),
      dueOn: addDays(openedOn, rules.answerDays),
      ...rest,
      ...(rest.status !== "open" && { answeredAt }),
      ...(isAnswered && { answeredBy: manager.userId }),
    });
  };
  if (declined)
    add(employee, declined, {
      status: "declined",
      reason: "This is too low: I decided two hard cases that week without asking anybody.",
      answer:
        "I saw one of them, and it was a usual case. The level stands for what I saw. Let us take the next hard one together, and I write down that one, too.",
    });
  if (upheld)
    add(employee, upheld, {
      status: "upheld",
      reason: "That was not my case: I passed it on for a colleague who was on leave.",
      answer: "You are right. It ran under your number, and the work was somebody else's.",
    });
  if (withdrawn)
    add(colleague, withdrawn, {
      status: "withdrawn",
      reason: "I think this was meant for the day after, not for this one.",
    });
  if (open) {
    const dueOn = addDays(today, 2);
    const reason = "You saw the beginning of this one. Afterwards I finished it without help, the note says so.";
    const openedAt = at(addDays(dueOn, -rules.answerDays), 10);
    rows.push({ orgId, personId: colleague, observationId: open.id, openedAt, dueOn, status: "open", reason });
  }
  if (rows.length > 0) await tx.insert(contests).values(rows);
  if (upheld) await strike(tx, orgId, employee, upheld);
  return rows.length;
}

/** As the answer to the contest does it, on the day of the answer. */
async function strike(tx: Tx, orgId: string, personId: string, { id, on }: Seen): Promise<void> {
  await strikeObservation(tx, orgId, personId, id);
  await tx.execute(sql`
    update observations set struck_at = ${at(addDays(on, 6), 14).toISOString()}::timestamptz
    where org_id = ${orgId} and person_id = ${personId} and observation_id = ${id}`);
}

/** What the manager wrote of somebody, the latest first. */
async function readSeen(tx: Tx, orgId: string, personId: string, managerId: string): Promise<Seen[]> {
  const { rows } = await tx.execute<Seen>(sql`
    select observation_id as id, (observed_at at time zone 'UTC')::date::text as on from observations
    where org_id = ${orgId} and person_id = ${personId} and rater_id = ${managerId} and source = 'manager' and struck_at is null
    order by observed_at desc, observation_id limit 2`);
  return rows;
}

const at = (day: string, hour: number) => new Date(Date.parse(day) + hour * 3_600_000);
