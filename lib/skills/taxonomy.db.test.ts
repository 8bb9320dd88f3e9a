import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { roles } from "@/db/schema/taxonomy";
import { taxonomyComments } from "@/db/schema/taxonomy-versions";
import { createUser } from "@/lib/access/users";
import { inTenant } from "@/lib/server/tenant-access";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import { indexTree } from "@/lib/skills/tree/tree-index";
import { type GivenOrganisation, givenData } from "@/test/factory";
import { newId, openDraft, sorted, tracesOf } from "@/test/given-draft";
import { givenTaxonomy, nth, smallTree } from "@/test/given-taxonomy";
import { expectSentOnce } from "@/test/sent-once";
import { addComment, settleComment } from "./comments";
import { proposeBehaviours } from "./drafting/propose-behaviours";
import { readComments } from "./read-comments";
import { readTaxonomy } from "./read-taxonomy";
import { readTreeInForce } from "./read-tree-in-force";
import { recordVersion } from "./record-version";
import { treeOf } from "./tree/apply-changes";

afterAll(closePool);

let given: GivenOrganisation;

beforeEach(async () => {
  given = await givenTaxonomy();
});

const node = nth("skill", 1);

test("an empty organisation has an empty taxonomy, and no version", async () => {
  const empty = await givenData({});
  expect(await readTaxonomy(empty.as("admin"), {})).toMatchObject({ nodes: [], version: null, draft: null, usage: {} });
});

test("everybody reads what is in force; drafts only who may comment on them", async () => {
  const read = await readTaxonomy(given.as("employee"), {});
  expect(sorted(treeOf(read?.nodes ?? []))).toEqual(sorted(smallTree));
  const { draftId } = await openDraft(given.as("ld_lead"));
  expect(await readTaxonomy(given.as("manager"), { draftId })).toMatchObject({ draft: { id: draftId } });
  expect(await readTaxonomy(given.as("employee"), { draftId })).toBeNull();
  expect(await readTaxonomy((await givenTaxonomy()).as("admin"), { draftId })).toBeNull();
  expect(await readTaxonomy(given.as("admin"), { draftId: newId() })).toBeNull();
});

test("a draft's tree says what it changes, and what is in force in its place", async () => {
  const draft = await openDraft(given.as("ld_lead"));
  await draft.make(setFields(indexTree(smallTree), [node], { name: "Hearing" }));
  const read = await readTaxonomy(given.as("ld_lead"), { draftId: draft.draftId });
  expect(read?.changed).toEqual([{ id: node, inForce: smallTree.get(node) }]);
  expect(read?.nodes.find(({ id }) => id === node)).toMatchObject({ name: "Hearing" });
});

test("who owns a role or a skill is named to everybody, and nobody else is", async () => {
  const admin = given.as("admin");
  const add = (name: string) =>
    createUser(admin, {
      email: `${newId()}@example.com`,
      name,
      password: "correct horse battery",
      roles: [{ role: "manager" }],
    });
  const [, bo] = [await add("Ada"), await add("Bo")];
  const owners = async (role: "ld_lead" | "employee") => (await readTaxonomy(given.as(role), {}))?.owners;
  expect(await owners("ld_lead")).toEqual([]);
  await inTenant(given.orgId, (tx) =>
    tx
      .update(roles)
      .set({ ownerId: bo.id })
      .where(sql`id = ${nth("role", 1)}`),
  );
  for (const role of ["ld_lead", "employee"] as const) expect(await owners(role)).toEqual([{ id: bo.id, name: "Bo" }]);
});

test("people in a role and people seen are counted, and withheld under the minimum group", async () => {
  const people = Array.from({ length: 9 }, (_, at) => `E${at},2020-01-01,${at < 6 ? "Agent" : "Clerk"},Unit`);
  const seen = Array.from({ length: 6 }, (_, at) => `o${at},E${at},Waits,manager,2026-01-1${at},3`);
  const organisation = await givenData({
    "people.csv": `employee_id,hire_date,role,business_unit\n${people.join("\n")}\n`,
    "skills.csv": "role,skill,behaviour\nAgent,Listening,Waits\nClerk,Listening,Writes\n",
    "observations.csv": `observation_id,employee_id,behaviour,source,observed_at,level\n${[...seen, "p,E6,Writes,manager,2026-01-10,3", "q,E7,Waits,self,2026-01-10,5"].join("\n")}\n`,
  });
  await inTenant(organisation.orgId, (tx) => tx.update(organisations).set({ minimumGroupSize: 5 }));
  const read = await readTaxonomy(organisation.as("ld_lead"), {});
  const usage = (name: string) => {
    const found = read?.nodes.find(
      (one) => (one.kind === "behaviour" ? one.statement : "name" in one && one.name) === name,
    );
    return found && read?.usage[found.id];
  };
  expect(usage("Agent")).toEqual({ inRole: { people: 6 } });
  expect(usage("Clerk")).toEqual({ inRole: { withheld: true } });
  expect(usage("Waits")).toEqual({ seen: { people: 6 } });
  expect(usage("Writes")).toEqual({ seen: { withheld: true } });
  expect(usage("Listening")).toBeUndefined();
});

test("a comment sent twice is written once", () =>
  expectSentOnce({
    table: taxonomyComments,
    viewer: given.as("manager"),
    send: (viewer, entryId) => addComment(viewer, { entryId, nodeId: node, text: "Too vague" }),
  }));

test("a comment is counted until it is settled, and can be opened again, each time with an audit row", async () => {
  const manager = given.as("manager");
  const first = await addComment(manager, { nodeId: node, text: " Too vague " });
  const open = async () => (await readTaxonomy(manager, {}))?.openComments;
  expect(await open()).toEqual({ [node]: 1 });
  await settleComment(given.as("ld_lead"), { commentId: first.id });
  await settleComment(given.as("ld_lead"), { commentId: first.id });
  expect(await open()).toEqual({});
  await settleComment(given.as("ld_lead"), { commentId: first.id, settled: false });
  expect(await readComments(manager, { nodeId: node })).toMatchObject([{ text: "Too vague", settledAt: null }]);
  expect((await readTaxonomy(given.as("employee"), {}))?.openComments).toEqual({});
  expect((await tracesOf(given, "skill.comment")).map(({ subject, detail }) => [subject, detail])).toEqual([
    [node, { step: "write" }],
    [node, { step: "settle" }],
    [node, { step: "settle" }],
    [node, { step: "open again" }],
  ]);
});

test("comments of another organisation, on nothing, or by who may not, are refused", async () => {
  const { id: commentId } = await addComment(given.as("hrbp"), { nodeId: node, text: "Good" });
  const stranger = (await givenData({})).as("admin");
  await expect(addComment(stranger, { nodeId: node, text: "Mine" })).rejects.toMatchObject({ code: "not-found" });
  await expect(settleComment(stranger, { commentId })).rejects.toMatchObject({ code: "not-found" });
  await expect(addComment(given.as("admin"), { nodeId: newId(), text: "To nobody" })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(addComment(given.as("employee"), { nodeId: node, text: "No" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(addComment(given.as("admin"), { nodeId: node, text: "  " })).rejects.toMatchObject({
    code: "invalid-input",
  });
  expect(await readComments(stranger, {})).toEqual([]);
});

test("a change by other means is written down as a version where anything differs", async () => {
  const { orgId } = given;
  const write = (summary: string | null) =>
    inTenant(orgId, async (tx) => {
      const before = await readTreeInForce(tx, orgId);
      await tx
        .update(roles)
        .set({ summary })
        .where(sql`id = ${nth("role", 1)}`);
      const version = await recordVersion(tx, orgId, {
        origin: "import",
        note: "skills.csv",
        publishedBy: null,
        before,
      });
      return version?.number ?? null;
    });
  expect([await write("Answers customers"), await write("Answers customers"), await write(null)]).toEqual([1, null, 2]);
  expect((await readTaxonomy(given.as("admin"), {}))?.version).toBe(2);
});

test("without a language model there is nothing to propose, and who may not edit is refused", async () => {
  const wanted = { role: "Agent", task: null, skill: "Listening", existing: [] };
  expect(await proposeBehaviours(given.as("ld_lead"), wanted)).toBeNull();
  expect(await tracesOf(given, "skill.edit")).toEqual([]);
  await expect(proposeBehaviours(given.as("manager"), wanted)).rejects.toMatchObject({ code: "forbidden" });
});
