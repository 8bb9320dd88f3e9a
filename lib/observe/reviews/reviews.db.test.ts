import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog, memberships, users } from "@/db/schema/access";
import { artefactReviews } from "@/db/schema/development";
import { behaviours } from "@/db/schema/taxonomy";
import { observations } from "@/db/schema/work";
import { mostFound } from "@/lib/access/choosing/choosable";
import type { Viewer } from "@/lib/access/viewer";
import { readEvidenceFile } from "@/lib/observe/files/read-evidence-file";
import { inTenant } from "@/lib/server/tenant-access";
import { givenObserved } from "@/test/given-observed";
import { answerReview } from "./answer";
import { handInAgain, handInReview, withdrawReview } from "./hand-in";
import { findPeers, readReviewChoices } from "./read-peers";
import { readReview, readReviews } from "./read-reviews";

/** Everybody of `givenObserved` can sign in: clerks as employees, the others as managers. */
async function givenPeers() {
  const given = await givenObserved();
  await inTenant(given.orgId, async (tx) => {
    for (const name of ["a", "b", "c", "z", "m1", "m2"]) {
      const role = name.startsWith("m") ? "manager" : "employee";
      const viewer = given.who(role, name);
      const id = viewer.userId ?? "";
      const row = {
        id,
        orgId: given.orgId,
        email: `${id}@example.com`,
        name,
        passwordHash: "x",
        personId: viewer.personId,
      };
      await tx.insert(users).values(row);
      await tx.insert(memberships).values({ orgId: given.orgId, userId: id, role });
    }
  });
  const behaviourId = given.id("Names the file before storing it");
  const work = (reviewer: string) => ({
    id: randomUUID(),
    title: "Case 4711",
    link: "https://example.com/4711",
    note: null,
    behaviourIds: [behaviourId],
    reviewerId: given.id(reviewer),
    file: null,
  });
  return { ...given, behaviourId, work, ada: given.who("employee", "a"), ben: given.who("employee", "b") };
}

const rowsOf = (orgId: string) => inTenant(orgId, (tx) => tx.select().from(observations));

test("peers are colleagues of the team or role, the team first, never oneself or who leads them", async () => {
  const { ada, id, who } = await givenPeers();
  const choices = await readReviewChoices(ada, null);
  expect(choices?.isAlone).toBe(false);
  expect(choices?.behaviours).toHaveLength(3);
  const peersOf = async (viewer: Viewer) => (await findPeers(viewer, "")).people.map((peer) => [peer.id, peer.hint]);
  expect(await peersOf(ada)).toEqual([
    [id("b"), expect.stringMatching(/^Your team/)],
    [id("c"), expect.stringMatching(/^Your team/)],
    [id("z"), expect.not.stringContaining("Your team")],
  ]);
  expect((await peersOf(who("manager", "m1"))).map(([peer]) => peer)).toEqual([id("m2")]);
});

test("of many colleagues the first are offered, and the others are found by name, but nobody who is no peer", async () => {
  const { orgId, id, ada } = await givenPeers();
  expect(await findPeers(ada, "zes")).toEqual({
    people: [{ id: id("z"), name: "Zoe Zest", hint: expect.stringContaining("clerk") }],
    more: false,
  });
  expect((await findPeers(ada, "clerk zoe")).people).toHaveLength(1);
  expect(await findPeers(ada, "mona")).toEqual({ people: [], more: false });
  await inTenant(orgId, (tx) =>
    tx.execute(sql`
      with more as (
        insert into people (org_id, employee_id, name, batch_id)
        select ${orgId}, 'n' || n, 'Newcomer ' || n, (select batch_id from people limit 1) from generate_series(100, 160) n returning id
      ), placed as (
        insert into employments (org_id, person_id, starts_on, role_id)
        select ${orgId}, more.id, '2020-01-01', (select role_id from employments where person_id = ${id("a")} limit 1) from more
      ), signing as (
        insert into users (org_id, email, name, password_hash, person_id)
        select ${orgId}, id || '@example.com', 'x', 'x', id from more returning id
      ) insert into memberships (org_id, user_id, role) select ${orgId}, id, 'employee' from signing`),
  );
  const { people, more } = await findPeers(ada, "");
  expect([people.length, more]).toEqual([mostFound, true]);
  expect(people.slice(0, 2).map((peer) => peer.id)).toEqual([id("b"), id("c")]);
  expect((await findPeers(ada, "newcomer 160")).people).toHaveLength(1);
});

test("work is handed in once, sent back, handed in again and accepted; each answer is an observation by a peer", async () => {
  const { orgId, id, ada, ben, work, behaviourId } = await givenPeers();
  const first = work("b");
  const at = await handInReview(ada, first);
  await handInReview(ada, first);
  expect((await readReviews(ben, null))?.waiting).toMatchObject([{ title: "Case 4711", author: "Ada Able", round: 1 }]);

  const redo = {
    ...at,
    round: 1,
    status: "redo" as const,
    answer: "Quote the rule",
    ratings: [{ behaviourId, level: 2 }],
  };
  await answerReview(ben, redo);
  await answerReview(ben, redo);
  await expect(answerReview(ben, { ...redo, status: "accepted" })).rejects.toMatchObject({ code: "conflict" });
  expect((await readReviews(ada, null))?.mine).toMatchObject([{ status: "redo" }]);

  await handInAgain(ada, { id: at.id, round: 1, link: null, note: "Quoted it", file: null });
  await handInAgain(ada, { id: at.id, round: 1, link: null, note: "Quoted it", file: null });
  await answerReview(ben, {
    ...redo,
    round: 2,
    status: "accepted",
    answer: null,
    ratings: [{ behaviourId, level: 4 }],
  });
  expect((await readReviews(ada, null))?.done).toMatchObject([{ status: "accepted", round: 2 }]);
  const rows = await rowsOf(orgId);
  expect(rows.map((row) => [row.source, row.level, row.raterId, row.personId]).sort()).toEqual([
    ["peer", 2, id("b"), id("a")],
    ["peer", 4, id("b"), id("a")],
  ]);
  expect(rows[0]?.artefact).toBe(`/reviews/${id("a")}/${at.id}`);
  const traces = await inTenant(orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.action, "review.hand-in")));
  expect(traces).toHaveLength(4);
  expect(JSON.stringify(traces)).not.toMatch(/Case|rule|Quoted|accepted|redo/);
});

test("an answer needs what to change, a reason, or a level; only the one who was asked gives it", async () => {
  const { ada, ben, who, work, behaviourId } = await givenPeers();
  const file = {
    name: "reply.pdf",
    mediaType: "application/pdf" as const,
    sha256: "0",
    content: Buffer.from("%PDF-"),
  };
  const at = await handInReview(ada, { ...work("b"), file });
  const fileId = (await readReview(ben, at))?.files[0]?.id ?? "";
  expect(await readEvidenceFile(ben, { personId: at.personId, fileId })).toMatchObject({ name: "reply.pdf" });
  const accept = { ...at, round: 1, status: "accepted" as const, answer: null, ratings: [{ behaviourId, level: 3 }] };
  for (const stranger of [ada, who("employee", "c"), who("manager", "m1"), (await givenPeers()).ben]) {
    await expect(answerReview(stranger, accept)).rejects.toMatchObject({ code: "not-found" });
  }
  const foreign = { ...accept, ratings: [{ behaviourId: randomUUID(), level: 3 }] };
  await expect(answerReview(ben, foreign)).rejects.toMatchObject({ code: "invalid-input" });
  await expect(handInAgain(ada, { id: at.id, round: 1, link: null, note: null, file: null })).rejects.toMatchObject({
    code: "conflict",
  });
  await withdrawReview(ada, { id: at.id, round: 1 });
  await expect(answerReview(ben, accept)).rejects.toMatchObject({ code: "conflict" });
  expect(await readReview(ben, at)).toBeNull();
  expect(await readEvidenceFile(ben, { personId: at.personId, fileId })).toBeNull();
  expect(await readReview(ada, at)).toMatchObject({ part: "author" });
  await expect(withdrawReview(ben, { id: at.id, round: 1 })).rejects.toMatchObject({ code: "not-found" });
});

test("not to oneself, to a manager of the line or to somebody elsewhere, and not of what the role does not ask for", async () => {
  const { orgId, ada, work, id } = await givenPeers();
  const other = await givenPeers();
  // In Ada's own team, so that nothing but leading her stands in the way.
  await inTenant(orgId, (tx) =>
    tx.execute(sql`
      update employments m set team_id = a.team_id from employments a where a.person_id = ${id("a")} and m.person_id = ${id("m1")}`),
  );
  const invalid = { code: "invalid-input" };
  for (const reviewer of ["a", "m1", "m2", "head"]) {
    await expect(handInReview(ada, work(reviewer)), reviewer).rejects.toMatchObject(invalid);
  }
  await expect(handInReview(ada, { ...work("b"), reviewerId: other.id("b") })).rejects.toMatchObject(invalid);
  await expect(handInReview(ada, { ...work("b"), behaviourIds: [other.behaviourId] })).rejects.toMatchObject(invalid);
  await expect(handInReview(ada, { ...work("b"), link: null })).rejects.toMatchObject(invalid);
  await inTenant(orgId, (tx) =>
    tx
      .update(behaviours)
      .set({ retiredAt: new Date() })
      .where(eq(behaviours.id, id("Names the file before storing it"))),
  );
  await expect(handInReview(ada, work("b"))).rejects.toMatchObject(invalid);
});

test("author, reviewer and the author's coach see a review; a look by another leaves a row, everybody else finds nothing", async () => {
  const { orgId, ada, ben, who, work, behaviourId, id } = await givenPeers();
  const at = await handInReview(ada, work("b"));
  await answerReview(ben, {
    ...at,
    round: 1,
    status: "rejected",
    answer: "Not yours",
    ratings: [{ behaviourId, level: 1 }],
  });
  expect(await readReview(ada, at)).toMatchObject({
    part: "author",
    rounds: [{ status: "rejected", answer: "Not yours" }],
  });
  expect(await readReview(ben, at)).toMatchObject({ part: "reviewer" });
  expect(await readReview(who("manager", "m1"), at)).toMatchObject({ part: "coach" });
  expect(await readReview(who("manager", "head"), at)).toMatchObject({ part: "coach" });
  const looks = await inTenant(orgId, (tx) =>
    tx.$count(auditLog, and(eq(auditLog.action, "person.read"), eq(auditLog.subject, id("a")))),
  );
  expect(looks).toBe(3);
  expect(await readReview(who("employee", "c"), at)).toBeNull();
  expect(await readReview(who("manager", "m2"), at)).toBeNull();
  expect(await readReview(who(["hrbp", "ld_lead"], "m2"), at)).toBeNull();
  expect(await readReview((await givenPeers()).ada, at)).toBeNull();
  for (const role of ["admin", "executive", "finance", "auditor"] as const) {
    await expect(readReview(who(role, "c"), at), role).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("a behaviour retired meanwhile is not rated, and the answer stands", async () => {
  const { orgId, ada, ben, work, behaviourId } = await givenPeers();
  const at = await handInReview(ada, work("b"));
  await inTenant(orgId, (tx) =>
    tx.update(behaviours).set({ retiredAt: new Date() }).where(eq(behaviours.id, behaviourId)),
  );
  await answerReview(ben, { ...at, round: 1, status: "accepted", answer: null, ratings: [{ behaviourId, level: 3 }] });
  expect(await rowsOf(orgId)).toEqual([]);
  const [row] = await inTenant(orgId, (tx) => tx.select().from(artefactReviews));
  expect(row?.status).toBe("accepted");
});
