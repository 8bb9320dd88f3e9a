import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema/access";
import { draftEdits, taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import { inTenant } from "@/lib/server/tenant-access";
import { submitDraft } from "@/lib/skills/drafts/hand-over";
import { publishDraft } from "@/lib/skills/drafts/publish-draft";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { exportTaxonomy } from "./export-taxonomy";
import { readPreview } from "./preview";
import { readImport } from "./read-import";
import { receiveTaxonomyFile } from "./receive-file";
import { takeIntoDraft } from "./take-into-draft";

const folder = "data/onet-subset";
const bodyOf = (text: string | Buffer) => new Blob([new Uint8Array(Buffer.from(text))]).stream() as never;

async function send(organisation: GivenOrganisation, files: Record<string, string | Buffer>): Promise<string> {
  let uploadId: string | null = null;
  for (const [name, text] of Object.entries(files)) {
    ({ uploadId } = await receiveTaxonomyFile(organisation.as("ld_lead"), { uploadId, name, body: bodyOf(text) }));
  }
  if (!uploadId) throw new Error("Nothing was sent");
  return uploadId;
}

const everything = async (organisation: GivenOrganisation, source: Parameters<typeof readImport>[1]["source"]) => {
  const page = await readImport(organisation.as("ld_lead"), { source, search: "" });
  if (!page || "wrong" in page) throw new Error(page ? page.wrong : "It is gone");
  return page.groups.flatMap(({ items }) => items);
};

const onet = () =>
  Object.fromEntries(readdirSync(folder).map((name) => [`release/${name}`, readFileSync(path.join(folder, name))]));

test("a release is received, an occupation found, seen beforehand and taken into a draft as one edit", async () => {
  const organisation = await givenOrganisation();
  const uploadId = await send(organisation, onet());
  const viewer = organisation.as("ld_lead");
  const found = await readImport(viewer, {
    source: { kind: "upload", uploadId, occupation: null },
    search: "call center",
  });
  expect(found).toMatchObject({ format: "onet", occupations: { total: 25 } });
  const source = { kind: "upload" as const, uploadId, occupation: "43-4051.00" };
  const chosen = (await everything(organisation, source)).filter(({ usual }) => usual).map(({ key }) => key);
  const preview = await readPreview(viewer, { source, chosen, draftId: null });
  expect(preview).toMatchObject({ unchanged: 0, obstacles: [], faults: [] });
  const { draftId } = await takeIntoDraft(viewer, {
    source,
    chosen,
    draft: { kind: "new", title: "Service", entryId: randomUUID() },
  });
  const [edit] = await inTenant(organisation.orgId, (tx) =>
    tx.select().from(draftEdits).where(eq(draftEdits.draftId, draftId)),
  );
  expect(edit).toMatchObject({ number: 1, label: "Taken from O*NET 30.1: Customer Service Representatives" });
  expect(edit?.changes).toHaveLength(preview.difference.counts.added);
  await expect(takeIntoDraft(viewer, { source, chosen, draft: { kind: "existing", draftId } })).rejects.toThrow(
    "All of this is there already",
  );
  const again = await readPreview(viewer, { source, chosen, draftId });
  expect(again).toMatchObject({
    unchanged: preview.difference.counts.added,
    difference: { counts: { added: 0, changed: 0 } },
  });
});

test("an export taken into another organisation's draft and published there is exported again the same", async () => {
  const first = await givenData({
    "skills.csv":
      "role,task,frequency,skill,facet,behaviour,target_level,half_life_days,critical_need,anchor_1,skill_source\n" +
      'clerk,refund,4,refunds,judgment,Asks why,4,90,true,"Says ""no"", twice","{""scheme"":""onet"",""code"":""1"",""attribution"":""By them""}"\n' +
      "clerk,refund,4,refunds,fluency,Checks the order,2,,,,\nclerk,refund,4,refunds,,Names the rule,,,,,\n",
  });
  for (const format of ["csv", "case"] as const) {
    const file = await exportTaxonomy(first.as("ld_lead"), { format, version: null });
    expect(file.body).toContain("By them");
    const second = await givenOrganisation();
    const uploadId = await send(second, { [file.name]: file.body });
    const source = { kind: "upload" as const, uploadId, occupation: null };
    const chosen = (await everything(second, source)).map(({ key }) => key);
    const { draftId } = await takeIntoDraft(second.as("ld_lead"), {
      source,
      chosen,
      draft: { kind: "new", title: format, entryId: randomUUID() },
    });
    await submitDraft(second.as("ld_lead"), { draftId });
    expect(await publishDraft(second.as("admin"), { draftId, note: "Taken over" })).toMatchObject({ published: 1 });
    const [before, after] = [
      await exportTaxonomy(first.as("ld_lead"), { format: "csv", version: 1 }),
      await exportTaxonomy(second.as("ld_lead"), { format: "csv", version: null }),
    ];
    expect(after).toEqual(before);
  }
  await expect(exportTaxonomy(first.as("ld_lead"), { format: "csv", version: 7 })).rejects.toThrow(
    "There is no version 7",
  );
});

test("files belong to the organisation that sent them, and to those who may edit the taxonomy", async () => {
  const [ours, theirs] = [await givenOrganisation(), await givenOrganisation()];
  const uploadId = await send(ours, { "skills.csv": "role,skill\nclerk,refunds\n" });
  const source = { kind: "upload" as const, uploadId, occupation: null };
  expect(await readImport(theirs.as("admin"), { source, search: "" })).toBeNull();
  const take = { source, chosen: ["x"], draft: { kind: "new" as const, title: "x", entryId: randomUUID() } };
  await expect(takeIntoDraft(theirs.as("admin"), take)).rejects.toThrow("no longer here");
  for (const role of ["manager", "hrbp", "employee"] as const) {
    await expect(readImport(ours.as(role), { source, search: "" })).rejects.toThrow("Your role");
    await expect(takeIntoDraft(ours.as(role), take)).rejects.toThrow("Your role");
    await expect(exportTaxonomy(ours.as(role), { format: "csv", version: null })).rejects.toThrow("Your role");
    const incoming = { uploadId: null, name: "x.csv", body: bodyOf("x") };
    await expect(receiveTaxonomyFile(ours.as(role), incoming)).rejects.toThrow("Your role");
  }
  const trail = await inTenant(ours.orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.subject, uploadId)));
  expect(trail).toMatchObject([{ action: "skill.edit", detail: { step: "file received", name: "skills.csv" } }]);
});

test("what cannot be read says so and starts no draft", async () => {
  const organisation = await givenOrganisation();
  const viewer = organisation.as("ld_lead");
  const wrong = async (files: Record<string, string>) =>
    readImport(viewer, {
      source: { kind: "upload", uploadId: await send(organisation, files), occupation: null },
      search: "",
    });
  expect(await wrong({ "x.json": "{}" })).toMatchObject({ wrong: expect.stringContaining("no CASE package") });
  expect(await wrong({ "x.csv": "a,b\n" })).toMatchObject({
    wrong: expect.stringContaining("The header lacks role, skill"),
  });
  expect(await wrong({ "x.txt": "a" })).toMatchObject({
    wrong: expect.stringContaining("not files of a framework we read: x.txt"),
  });
  expect(await wrong({ "Task Statements.txt": "a" })).toMatchObject({
    wrong: expect.stringContaining("Occupation Data.txt is missing"),
  });
  expect(
    await readImport(viewer, { source: { kind: "upload", uploadId: randomUUID(), occupation: null }, search: "" }),
  ).toBeNull();
  expect(await inTenant(organisation.orgId, (tx) => tx.select().from(taxonomyDrafts))).toEqual([]);
});

test("what is taken into a new draft twice is taken once, and of what was chosen besides only that is added", async () => {
  const given = await givenOrganisation();
  const uploadId = await send(given, { "skills.csv": "role,skill\nclerk,refunds\nclerk,telling\n" });
  const source = { kind: "upload" as const, uploadId, occupation: null };
  const chosen = (await everything(given, source)).map(({ key }) => key);
  const draft = { kind: "new" as const, title: "Service", entryId: randomUUID() };
  const take = (keys: string[]) => takeIntoDraft(given.as("ld_lead"), { source, chosen: keys, draft });
  const edits = () => inTenant(given.orgId, (tx) => tx.select().from(draftEdits));
  const some = chosen.slice(0, 1);
  const first = await take(some);
  expect(await take(some)).toEqual(first);
  expect(await edits()).toHaveLength(1);
  expect(await take(chosen)).toEqual(first);
  expect(await edits()).toHaveLength(2);
  expect(first.draftId).toBe(draft.entryId);
});
