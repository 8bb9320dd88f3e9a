import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";
import { preparedAnswers } from "@/db/schema/rollups";
import { settleObserved } from "@/lib/intake/jobs/pend-observed";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import type { Preparation } from "./preparation";
import { prepareAnswer } from "./prepare-answer";
import { prepareAnew } from "./prepare-later";
import { readPrepared } from "./read-prepared";
import { forgetPrepared } from "./stored-answer";

let owner: pg.Pool;
beforeAll(() => {
  owner = new pg.Pool({ connectionString: process.env.DATABASE_URL });
});
afterAll(async () => {
  await owner.end();
  await closePool();
});

let computed = 0;
const preparation = (isLarge: boolean): Preparation<string, { computed: number }> => ({
  name: "work-figures/0",
  isLarge: async () => isLarge,
  compute: async () => {
    computed += 1;
    return { computed };
  },
});
const [small, large] = [preparation(false), preparation(true)];

const read = (orgId: string, which = small, question = "all") =>
  inTenant(orgId, (tx) => readPrepared(tx, orgId, which, question));
const change = (orgId: string) =>
  inTenant(orgId, (tx) => tx.execute(sql`update organisations set revision = revision + 1 where id = ${orgId}`));
/** As if computing had taken long. */
const slow = (orgId: string) =>
  inTenant(orgId, (tx) =>
    tx.execute(
      sql`update prepared_answers set answer = jsonb_set(answer, '{took}', '60000'), computed_at = '2026-01-05T07:00:00Z'`,
    ),
  );
const jobs = async (orgId: string) =>
  (
    await owner.query<{ task: string; run: Date }>(
      "select task_identifier as task, run_at as run from graphile_worker.jobs where key like $1",
      [`prepare ${orgId} %`],
    )
  ).rows;
const kept = (orgId: string) => inTenant(orgId, (tx) => tx.select().from(preparedAnswers));

/** The worker's part, with what it was asked to do again. */
async function work(orgId: string, name: string, attempts = 1) {
  const again: unknown[] = [];
  const addJob = (async (_task: string, payload: unknown, spec: unknown) => {
    again.push({ payload, spec });
  }) as unknown as Parameters<typeof prepareAnswer>[1]["addJob"];
  const job = { attempts } as Parameters<typeof prepareAnswer>[1]["job"];
  await prepareAnswer({ orgId, name, question: JSON.stringify("all") }, { addJob, job });
  return again;
}

test("a small organisation gets the answer at once, and the one kept while facts stay", async () => {
  const { orgId } = await givenOrganisation();
  const first = await read(orgId);
  expect(first.told).toEqual({ kind: "current" });
  expect(await read(orgId)).toEqual(first);
  expect((await read(orgId, small, "another")).answer).not.toEqual(first.answer);

  await change(orgId);
  const second = await read(orgId);
  expect(second).toEqual({ told: { kind: "current" }, answer: { computed: (first.answer?.computed ?? 0) + 2 } });
  expect(await jobs(orgId)).toEqual([]);
});

test("what takes long is told as older with its date while it is computed anew, by one job however often it is asked for", async () => {
  const { orgId } = await givenOrganisation();
  const { answer } = await read(orgId);
  await slow(orgId);
  expect((await read(orgId)).told).toEqual({ kind: "current" });
  await change(orgId);
  const older = { told: { kind: "older", computedAt: new Date("2026-01-05T07:00:00Z") }, answer };
  expect(await read(orgId)).toEqual(older);
  expect(await read(orgId)).toEqual(older);
  expect((await jobs(orgId)).map(({ task }) => task)).toEqual(["prepare-answer"]);
});

test("what is not yet in the rollups makes an answer older, too: an observation struck this minute", async () => {
  const { orgId } = await givenOrganisation();
  await read(orgId);
  await slow(orgId);
  await inTenant(orgId, (tx) =>
    tx.execute(
      sql`insert into pending_rollups (org_id, person_id, month, source) values (${orgId}, gen_random_uuid(), '2026-01-01', 'observation')`,
    ),
  );
  expect((await read(orgId)).told.kind).toBe("older");
});

test("a large organisation that was never computed is told so, and one job computes it", async () => {
  const { orgId } = await givenOrganisation();
  const before = computed;
  expect(await read(orgId, large)).toEqual({ told: { kind: "preparing" }, answer: null });
  expect(await read(orgId, large)).toEqual({ told: { kind: "preparing" }, answer: null });
  expect([computed, await kept(orgId)]).toEqual([before, []]);
  expect(await jobs(orgId)).toHaveLength(1);
});

test("the job computes what is asked for, leaves what stands, and takes at most a twentieth of the time", async () => {
  const { orgId } = await givenOrganisation();
  expect(await work(orgId, "work-figures/1")).toEqual([]);
  const [first] = await kept(orgId);
  expect(first).toMatchObject({ name: "work-figures/1", question: '"all"', answer: { value: null } });

  await work(orgId, "work-figures/1");
  expect((await kept(orgId))[0]?.computedAt).toEqual(first?.computedAt);

  await change(orgId);
  await inTenant(orgId, (tx) =>
    tx.execute(sql`update prepared_answers set answer = jsonb_set(answer, '{took}', '60000')`),
  );
  const runAt = new Date((first?.computedAt.getTime() ?? 0) + 20 * 60_000);
  expect(await work(orgId, "work-figures/1")).toMatchObject([{ spec: { runAt, jobKeyMode: "preserve_run_at" } }]);
  expect((await kept(orgId))[0]?.stamp).toBe(first?.stamp);

  await slow(orgId);
  await work(orgId, "work-figures/1");
  expect((await kept(orgId))[0]?.stamp).not.toBe(first?.stamp);
});

test("answers that are kept are asked for again when facts have changed; those of an older version of the code go", async () => {
  const { orgId, take } = await givenOrganisation();
  await read(orgId);
  await inTenant(orgId, (tx) => prepareAnew(tx, orgId));
  await take({ "people.csv": "employee_id\nE1" });
  expect(await jobs(orgId)).toHaveLength(1);
  await work(orgId, "work-figures/0");
  expect(await kept(orgId)).toEqual([]);
});

test("after pending rollups are settled what is kept is asked for again", async () => {
  const { orgId } = await givenOrganisation();
  await settleObserved({ orgId });
  expect(await jobs(orgId)).toEqual([]);
  await read(orgId);
  await settleObserved({ orgId });
  expect(await jobs(orgId)).toHaveLength(1);
});

test("what fails three times is told as failed until facts change, and does not replace an older answer", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const { orgId } = await givenOrganisation();
  const [fails, payload] = ["trust/1", { orgId, name: "trust/1", question: '{"months":"none"}' }];
  const helpers = (attempts: number) =>
    ({ addJob: async () => {}, job: { attempts } }) as unknown as Parameters<typeof prepareAnswer>[1];
  await inTenant(orgId, (tx) =>
    tx.execute(sql`
      insert into observations (org_id, person_id, observation_id, observed_at, behaviour_id, level, source)
      values (${orgId}, gen_random_uuid(), 'o1', '2026-01-05', gen_random_uuid(), 3, 'system')`),
  );
  await expect(prepareAnswer(payload, helpers(1))).rejects.toThrow();
  expect(await kept(orgId)).toEqual([]);
  await prepareAnswer(payload, helpers(3));
  const ask = { ...large, name: fails } as unknown as Preparation<object, unknown>;
  const again = () => inTenant(orgId, (tx) => readPrepared(tx, orgId, ask, { months: "none" }));
  expect(await again()).toEqual({ told: { kind: "failed" }, answer: null });
  await change(orgId);
  expect((await again()).told).toEqual({ kind: "preparing" });

  await inTenant(orgId, (tx) =>
    tx.execute(sql`update prepared_answers set answer = '{"took": 0, "minimum": 5, "value": 7}'`),
  );
  await prepareAnswer(payload, helpers(3));
  expect((await kept(orgId))[0]?.answer).toEqual({ took: 0, minimum: 5, value: 7 });
  expect(said).toHaveBeenCalledTimes(2);
  said.mockRestore();
});

test("an undone import leaves no answer, not even one that was being computed meanwhile", async () => {
  const { orgId, take } = await givenOrganisation();
  await take({ "people.csv": "employee_id\nE1" });
  await read(orgId);
  const takenBack: Preparation<string, string> = {
    ...large,
    isLarge: async () => false,
    compute: async () => {
      await inTenant(orgId, async (tx) => {
        await forgetPrepared(tx, orgId);
        await tx.execute(sql`update import_batches set status = 'undone', undone_at = now()`);
      });
      return "about somebody who is gone";
    },
  };
  await inTenant(orgId, (tx) => readPrepared(tx, orgId, takenBack, "meanwhile"));
  expect(await kept(orgId)).toEqual([]);
});

test("what changes while an answer is computed makes it older: it is kept with the stamp of before", async () => {
  const { orgId } = await givenOrganisation();
  const changing = preparation(false);
  const compute: typeof changing.compute = async (...question) => {
    const answer = await changing.compute(...question);
    await change(orgId);
    return answer;
  };
  const first = await read(orgId, { ...changing, compute });
  expect((await read(orgId)).answer).toEqual({ computed: (first.answer?.computed ?? 0) + 1 });
});

test("another organisation's answers do not exist", async () => {
  const [ours, theirs] = [await givenOrganisation(), await givenOrganisation()];
  await read(theirs.orgId);
  await slow(theirs.orgId);
  expect(await kept(ours.orgId)).toEqual([]);
  expect((await inTenant(ours.orgId, (tx) => tx.execute(sql`delete from prepared_answers`))).rowCount).toBe(0);
  await expect(inTenant(ours.orgId, (tx) => readPrepared(tx, theirs.orgId, small, "all"))).rejects.toThrow("is gone");
  expect(await kept(theirs.orgId)).toHaveLength(1);
});
