import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { behaviours } from "@/db/schema/taxonomy";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { readMissed } from "./read-missed";

afterAll(closePool);

let given: GivenOrganisation;
const people = Array.from({ length: 24 }, (_, at) => `E${at + 1}`);
/** Nine miss the card at first, on the 10th of January, and pass it on the 10th of March; the others pass at once. */
const missers = people.slice(0, 9);

const tries = people.flatMap((name, at) => {
  const missed = missers.includes(name);
  const day = at % 2 === 0 ? "2025-01-10" : "2024-08-10";
  const first = `a${name},${name},quiz,${missed ? "failed" : "passed"},${day}T08:00:00Z,,${missed ? 0.5 : 0.9}`;
  const second = `b${name},${name},card,completed,2025-03-10T08:00:00Z,,0.8`;
  return missed ? [first, second] : [first];
});
/** Only those who missed it count: ten refunds before and ten after, four in trouble before and so many after; packing is of no account. */
const jobs = (after: (person: number) => number) =>
  people.flatMap((name, person) =>
    ["2025-02", "2025-04"].flatMap((month) =>
      Array.from({ length: 10 }, (_, at) => {
        const wrong = at < (month === "2025-02" ? 4 : after(person));
        return [
          `${month}${name}${at},${name},refund,${month}-${10 + at}T10:00:00Z,${wrong ? (at % 2 ? "escalated" : "error") : "ok"}`,
          `p${month}${name}${at},${name},pack,${month}-${10 + at}T11:00:00Z,error`,
        ];
      }).flat(),
    ),
  );

async function set(after: (person: number) => number) {
  given = await givenData({
    "people.csv": `employee_id,role,unit\n${people.map((name) => `${name},clerk,Co / ${name === "E24" ? "B" : "A"}`).join("\n")}\n`,
    "skills.csv": "role,task,skill,behaviour\nclerk,refund,judging,Asks why\nclerk,pack,packing,Packs\n",
    "activities.csv":
      "activity,title,format,behaviour,skill,owner\nquiz,Why quiz,quiz,Asks why,,Academy\ncard,Why card,scenario_card,Asks why,,\nexam,Packing exam,exam,,packing,\n",
    "learning_events.csv": `event_id,employee_id,activity,verb,at,success,score\n${[
      ...tries,
      ...people.slice(0, 4).map((name) => `x${name},${name},exam,failed,2025-01-11,,`),
      // A rating of the content is no try, and neither is having completed what says nothing of how it went.
      ...people.map((name) => `r${name},${name},card,rated,2024-07-01,,0.1`),
      ...people.map((name) => `c${name},${name},card,completed,2024-07-01,,`),
    ].join("\n")}\n`,
    "work_events.csv": `event_id,employee_id,task,completed_at,outcome\n${jobs(after).join("\n")}\n`,
  });
}
beforeEach(() => set((person) => 3 + (person % 3)));
const look = async () => (await readMissed(given.as("executive"))).concepts;

test("what is missed at first and goes wrong as often once passed is to be revised, with who owns the content", async () => {
  const [why, packing] = await look();
  expect(why).toMatchObject({
    name: "Asks why",
    skill: { name: "judging" },
    people: 24,
    share: 9 / 24,
    consistent: true,
    passed: 9,
    verdict: "revise",
    activities: [{ code: "card" }, { code: "quiz", owner: "Academy" }],
    tasks: [{ name: "refund", role: "clerk" }],
  });
  // 0.5 of nine and 0.9 of fifteen first tries; 36 of 90 jobs before, and 3, 4 or 5 of ten after.
  expect(why?.meanScore).toBeCloseTo((9 * 0.5 + 15 * 0.9) / 24, 12);
  expect(why?.recurrence).toMatchObject({ kind: "told", people: 9, jobs: 180, before: 0.4, after: 0.4 });
  // Four people alone sat the exam in packing.
  expect(packing).toMatchObject({ name: "packing", withheld: true, people: 0, share: null, verdict: "too-few" });
});

test("what no longer goes wrong is gone, and requests for help count as trouble", async () => {
  await set((person) => person % 2);
  expect((await look())[0]).toMatchObject({
    verdict: "gone",
    recurrence: { before: 0.4, after: expect.closeTo(4 / 90, 12) },
  });
  const asks = missers.flatMap((name) =>
    [1, 2, 3].map((n) => `h${name}${n},${name},2025-04-${10 + n}T12:00:00Z,refund`),
  );
  await given.take({ "help_requests.csv": `request_id,employee_id,asked_at,task\n${asks.join("\n")}\n` });
  const [after] = await look();
  // Sure to have fallen, and by less than a quarter.
  expect(after?.verdict).toBe("revise");
  expect(after?.recurrence).toMatchObject({ after: expect.closeTo((4 + 27) / 90, 12) });
});

test("a merged behaviour counts for its heir", async () => {
  await inTenant(given.orgId, async (tx) => {
    const [packs] = await tx.select().from(behaviours).where(eq(behaviours.statement, "Packs"));
    await tx
      .update(behaviours)
      .set({ mergedInto: packs?.id ?? null, retiredAt: new Date() })
      .where(eq(behaviours.statement, "Asks why"));
  });
  expect((await look())[0]).toMatchObject({ name: "Packs", people: 24, tasks: [{ name: "pack" }] });
});

test("without a task that calls for it production cannot tell", async () => {
  await inTenant(given.orgId, (tx) => tx.execute(sql`update role_skills set task_id = null`));
  expect((await look())[0]).toMatchObject({ recurrence: { kind: "no-task" }, verdict: "unclear", consistent: true });
});

test("who may not see the work sees nothing, an HR partner their unit, and another organisation nothing", async () => {
  await expect(readMissed(given.as("employee"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(readMissed(given.as("auditor"))).rejects.toMatchObject({ code: "forbidden" });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from business_units where name = 'A'`),
  );
  const ofUnit = await readMissed(given.as("hrbp", { units: [rows[0]?.id ?? ""] }));
  expect(ofUnit).toMatchObject({ people: "units", concepts: [{ people: 23 }, { withheld: true }] });
  expect(await readMissed((await givenOrganisation()).as("admin"))).toMatchObject({ period: null, concepts: [] });
});
