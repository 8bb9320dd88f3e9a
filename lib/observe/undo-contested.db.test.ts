import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { contests } from "@/db/schema/development";
import { inTenant } from "@/lib/server/tenant-access";
import { answerContest } from "@/lib/team/contests/answer-contest";
import { openContest } from "@/lib/team/contests/open-contest";
import { givenObserved } from "@/test/given-observed";
import { recordObservation } from "./record";
import { undoOwn } from "./undo";

afterAll(closePool);

const reason = "I was on leave that day";
const answer = "I checked the record: it was you";

test("an observation taken back takes the contests about it along, which the audit log says; an open one must be answered first", async () => {
  const { orgId, id, who, observation } = await givenObserved();
  const [manager, person, other] = [who("manager", "m1"), who("employee", "a"), who("employee", "b")];
  const [input, kept] = [observation("m1", "a"), observation("m1", "b")];
  await recordObservation(manager, input);
  await recordObservation(manager, kept);
  const contest = await openContest(person, { observationId: input.id, reason });
  await openContest(other, { observationId: kept.id, reason });
  const back = { personId: id("a"), observationId: input.id };
  await expect(undoOwn(manager, back)).rejects.toMatchObject({ code: "conflict" });

  await answerContest(manager, { personId: id("a"), id: contest.id, decision: "declined", answer });
  await undoOwn(manager, back);
  const left = await inTenant(orgId, (tx) => tx.select({ on: contests.observationId }).from(contests));
  expect(left).toEqual([{ on: kept.id }]);
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute(sql`select subject, detail -> 'contests' as contests from audit_log where detail ->> 'step' = 'undo'`),
  );
  expect(rows).toEqual([{ subject: id("a"), contests: [{ contest: contest.id, change: "declined" }] }]);
});
