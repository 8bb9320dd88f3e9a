import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { programmes } from "@/db/schema/programmes";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { type GivenProgramme, givenProgramme } from "@/test/given-programme";
import { readAnswers } from "./read-answers";

afterAll(closePool);

let given: GivenProgramme;
beforeAll(async () => {
  given = await givenProgramme();
});

const read = async () => {
  const found = await readAnswers(given.as("executive"), given.initiativeId);
  const parts = found?.questions.flatMap((question) => question.parts) ?? [];
  return { ...found, of: (id: string) => parts.find((part) => part.id === id)?.answer };
};

test("the four questions are answered from what learners and the others did before and since", async () => {
  const { before, since, of } = await read();
  expect({ before, since }).toEqual({
    before: { from: "2025-02-01", to: "2025-03-31" },
    since: { from: "2025-04-10", to: "2025-06-30" },
  });
  // Of ten jobs 3, 4 or 5 escalated before; since, none or one of the learners' and as before of the others'.
  expect(of("escalated")).toMatchObject({
    ...{ kind: "figure", grade: "C", verdict: "better", learners: 20, others: 20 },
    ...{ before: expect.closeTo(0.395, 12), since: expect.closeTo(0.05, 12), change: expect.closeTo(-0.345, 12) },
  });
  // Three questions of 24.5 minutes in 59 days became one in 82; the others went on asking three.
  expect(of("minutes")).toMatchObject({
    ...{ kind: "figure", verdict: "better" },
    ...{ before: expect.closeTo(73.5 / (59 / 30), 10), since: expect.closeTo(24.5 / (82 / 30), 10) },
    change: expect.closeTo(24.5 / (82 / 30) - 73.5 / (82 / 30), 10),
  });
  // 2.5 before, 3.95 since (twenty people whose place modulo three is 0, 1, 2).
  expect(of("level")).toMatchObject({ verdict: "better", before: 2.5, since: 3.95 });
  expect(of("confident")).toMatchObject({
    verdict: "better",
    before: expect.closeTo(0.54, 12),
    since: expect.closeTo(0.755, 12),
  });
  expect(of("independent")).toEqual({
    kind: "cannot-tell",
    because: "No rating says before and since whether help was needed.",
  });
  expect(of("time")).toMatchObject({ kind: "cannot-tell", because: expect.stringContaining("after 2025-10-07") });
});

test("newcomers who were followed to the end are compared with those of the year before", async () => {
  const newcomers = Array.from({ length: 24 }, (_, at) => ({
    id: `N${at}`,
    hired: at < 12 ? "2024-06-01" : "2025-05-15",
    // Whoever came before could do it in their third month, whoever came since in their second.
    able: at < 12 ? ["2024-08", "2024-09"][at % 2] : ["2025-06", "2025-07"][at % 2],
  }));
  const jobs = newcomers.flatMap(({ id, hired, able }) => [
    `n${id},${id},refund,${hired.slice(0, 7)}-20T10:00:00Z,error`,
    ...Array.from({ length: 6 }, (_, job) => `n${id}${job},${id},refund,${able}-${10 + job}T10:00:00Z,ok`),
  ]);
  await given.take({
    "people.csv": `employee_id,role,hire_date\n${newcomers.map(({ id, hired }) => `${id},clerk,${hired}`).join("\n")}\n`,
    "work_events.csv": `event_id,employee_id,task,completed_at,outcome\n${jobs.join("\n")}\nlast,L0,refund,2025-12-01T10:00:00Z,ok\n`,
  });
  const { of } = await read();
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  expect(of("time")).toMatchObject({
    ...{ kind: "figure", method: "welch", grade: "D", verdict: "better", learners: 12, others: null },
    before: (days("2024-06-01", "2024-09-01") + days("2024-06-01", "2024-10-01")) / 2,
    since: (days("2025-05-15", "2025-07-01") + days("2025-05-15", "2025-08-01")) / 2,
  });
});

test("time that few managers spent on one side or in some of the days is withheld, however many spent the rest", async () => {
  const everybody = sql`
    update help_requests h set helper_id = m.id from people p join people m on m.employee_id = 'M' || (substr(p.employee_id, 2)::int % 6)
    where p.id = h.person_id and p.employee_id ~ '^[LO]'`;
  for (const where of [
    sql`asked_at >= '2025-04-10'`,
    sql`asked_at < '2025-04-10'`,
    sql`person_id in (select id from people where employee_id like 'O%')`,
  ]) {
    await inTenant(given.orgId, async (tx) => {
      await tx.execute(everybody);
      await tx.execute(
        sql`update help_requests set helper_id = (select id from people where employee_id = 'M0') where ${where}`,
      );
    });
    expect((await read()).of("minutes")).toEqual({ kind: "withheld", minimum: 5 });
  }
  await inTenant(given.orgId, (tx) => tx.execute(everybody));
  expect((await read()).of("minutes")).toMatchObject({ kind: "figure" });
});

test("time that few managers spent is withheld, and before data reach the programme nothing is told", async () => {
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update help_requests set helper_id = (select id from people where employee_id = 'M0')`),
  );
  expect((await read()).of("minutes")).toEqual({ kind: "withheld", minimum: 5 });
  await inTenant(given.orgId, (tx) => tx.update(programmes).set({ startsOn: "2026-06-01" }));
  const { before, because, of } = await read();
  expect(before).toBeNull();
  expect(because).toContain("before the first day");
  expect(of("escalated")).toEqual({ kind: "cannot-tell", because });
});

test("who may not see initiatives is refused, and another organisation has none", async () => {
  await expect(readAnswers(given.as("manager"), given.initiativeId)).rejects.toMatchObject({ code: "forbidden" });
  expect(await readAnswers((await givenOrganisation()).as("admin"), given.initiativeId)).toBeNull();
});
