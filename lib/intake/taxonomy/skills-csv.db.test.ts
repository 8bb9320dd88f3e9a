import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { taxonomyVersions } from "@/db/schema/taxonomy-versions";
import { createUser } from "@/lib/access/users";
import { undoBatch } from "@/lib/intake/undo-batch";
import { inTenant } from "@/lib/server/tenant-access";
import { readExport } from "@/lib/skills/exchange/read-export";
import { writeSkillsCsv } from "@/lib/skills/exchange/skills-csv/write-skills-csv";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import type { NeedNode, TaxonomyNode } from "@/lib/skills/tree/node";
import { openStart } from "@/lib/start/start-commands";
import { setProficiency } from "@/lib/team/proficiency/set-proficiency";
import { placeTask } from "@/lib/work/matrix/place-task";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { publishEdits } from "@/test/given-draft";
import { oddTaxonomy } from "@/test/odd-taxonomy";
import { tableHashes } from "@/test/table-hashes";

async function exported(organisation: GivenOrganisation): Promise<string> {
  const { nodes, extras } = await readExport(organisation.as("admin"), { version: null });
  return writeSkillsCsv(nodes, extras);
}

const taxonomy = async (organisation: GivenOrganisation) =>
  (await readExport(organisation.as("admin"), { version: null })).nodes;

const needs = (nodes: TaxonomyNode[]) => nodes.filter((node): node is NeedNode => node.kind === "need");

test("a taxonomy that is exported, taken into an empty organisation and exported again gives the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(oddTaxonomy, async (nodes) => {
      const text = writeSkillsCsv(nodes, { owners: new Map(), taskPaths: new Map(), proficiency: new Map() });
      const organisation = await givenOrganisation();
      const [report] = await organisation.take({ "skills.csv": text });
      expect(report).toMatchObject({ status: "done", rejected: 0, faults: [] });
      expect(await exported(organisation)).toBe(text);
      const [again] = await organisation.take({ "skills (2).csv": `${text}\r\n` });
      expect(again).toMatchObject({ added: 0, corrected: 0, rejected: 0 });
    }),
    { numRuns: 12 },
  );
});

const old =
  "role,task,skill,depth,behaviour,target_level\nclerk,refund,refunds,applied,Asks why,4\nclerk,refund,refunds,applied,Checks the order,2\n";

test("the level of each behaviour is kept beside the one of the need", async () => {
  const organisation = await givenOrganisation();
  await organisation.take({ "skills.csv": old });
  const nodes = await taxonomy(organisation);
  const levelOf = new Map(needs(nodes)[0]?.shownBy.map(({ behaviourId, targetLevel }) => [behaviourId, targetLevel]));
  const behaviours = nodes.filter((node) => node.kind === "behaviour");
  expect(behaviours.map(({ id, statement }) => [statement, levelOf.get(id)]).sort()).toEqual([
    ["Asks why", 4],
    ["Checks the order", 2],
  ]);
  expect(needs(nodes)[0]?.targetLevel).toBe(4);
});

test("an import and its undo are versions, one that changes nothing is none, and a dry run leaves none", async () => {
  const organisation = await givenOrganisation();
  const versions = () =>
    inTenant(organisation.orgId, (tx) => tx.select().from(taxonomyVersions).orderBy(taxonomyVersions.number));
  await organisation.take({ "skills.csv": old }, { dryRun: true });
  expect(await versions()).toEqual([]);
  const [report] = await organisation.take({ "skills.csv": old });
  await organisation.take({ "skills.csv": `${old}\n` });
  const batchId = report?.batchId ?? "";
  expect(await versions()).toMatchObject([
    { number: 1, origin: "import", batchId, publishedBy: organisation.userId, note: "Imported skills.csv" },
  ]);
  await undoBatch(organisation.as("admin"), { batchId });
  const [, undone] = await versions();
  expect(undone).toMatchObject({ number: 2, origin: "undo", batchId, publishedBy: organisation.userId });
  expect(undone?.changes.every(({ after }) => after === null)).toBe(true);
  expect(undone?.changes).toHaveLength(6);
});

const richer =
  "role,task,skill,behaviour,target_level,about,need_level,need_facet,critical_need,role_summary,role_source,critical_task,good_path,skill_facet,half_life_days,range_reason,seen_by,of_team,anchor_1,anchor_5\n" +
  'clerk,refund,refunds,Asks why,5,,3,judgment,true,Serves,onet:43-4051.00,true,Pays once,fluency,90,Two are enough,"system, manager",true,Guesses,Shows others\n' +
  "clerk,refund,refunds,Reads the rule,1,,,,,,,,,,,,,,,\n";

test("undoing one that changed every kind of thing restores all of it", async () => {
  const organisation = await givenOrganisation();
  await organisation.take({ "skills.csv": old });
  const before = await tableHashes(organisation.orgId);
  const [report] = await organisation.take({ "skills (2).csv": richer });
  expect(report).toMatchObject({ added: 1, corrected: 1, rejected: 0 });
  expect(await taxonomy(organisation)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: "role", summary: "Serves", source: { scheme: "onet", code: "43-4051.00" } }),
      expect.objectContaining({ kind: "task", critical: true }),
      expect.objectContaining({ kind: "skill", facet: "fluency", halfLifeDays: 90, rangeReason: "Two are enough" }),
      expect.objectContaining({ kind: "need", targetLevel: 3, facet: "judgment", critical: true }),
      expect.objectContaining({
        statement: "Asks why",
        seenBy: ["manager", "system"],
        ofTeam: true,
        anchors: ["Guesses", null, null, null, "Shows others"],
      }),
    ]),
  );
  await undoBatch(organisation.as("admin"), { batchId: report?.batchId ?? "" });
  expect(await tableHashes(organisation.orgId)).toEqual(before);
});

test("what was retired comes back when a file names it again", async () => {
  const organisation = await givenOrganisation();
  await organisation.take({ "skills.csv": old });
  const text = await exported(organisation);
  await inTenant(organisation.orgId, async (tx) => {
    for (const table of ["roles", "tasks", "skills", "behaviours"]) {
      await tx.execute(sql`update ${sql.identifier(table)} set retired_at = now()`);
    }
  });
  expect(await taxonomy(organisation)).toEqual([]);
  const [report] = await organisation.take({ "skills (2).csv": `${old}\n` });
  expect(report).toMatchObject({ added: 0, corrected: 2 });
  expect(await exported(organisation)).toBe(text);
});

test("an owner is found by address, and one nobody has is left out with a notice", async () => {
  const organisation = await givenOrganisation();
  const email = `Owner-${organisation.slug}@x.org`;
  const { id } = await createUser(organisation.as("admin"), {
    email,
    name: "Olive Owner",
    password: "a long enough secret",
    roles: [{ role: "ld_lead" }],
  });
  const [report] = await organisation.take({
    "skills.csv": `role,skill,role_owner,skill_owner\nclerk,refunds,${email.toUpperCase()},nobody@x.org\n`,
  });
  expect(report?.notices).toContain("Taken without owner, because no user has the address: nobody@x.org");
  expect(await taxonomy(organisation)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: "role", ownerId: id }),
      expect.objectContaining({ kind: "skill", ownerId: null }),
    ]),
  );
  expect(await exported(organisation)).toContain(email.toLowerCase());
});

test("an import whose nodes a later version changed is not undone under it", async () => {
  const organisation = await givenOrganisation();
  const [report] = await organisation.take({ "skills.csv": old });
  const [node] = await taxonomy(organisation);
  await inTenant(organisation.orgId, (tx) =>
    tx.insert(taxonomyVersions).values({
      orgId: organisation.orgId,
      number: 2,
      note: "Changed by hand",
      origin: "draft",
      changes: [{ id: node?.id ?? "", before: node, after: node }],
    }),
  );
  await expect(undoBatch(organisation.as("admin"), { batchId: report?.batchId ?? "" })).rejects.toThrow(
    "Version 2 of the taxonomy changed what this import brought",
  );
});

test("undo leaves what people set since and no version carries: the place of a task and the rule of proficiency", async () => {
  const organisation = await givenOrganisation();
  await organisation.take({
    "skills.csv": "role,task,skill,frequency,impact\nclerk,refund,refunds,1,1\nclerk,file,refunds,1,1\n",
  });
  const [report] = await organisation.take({
    "skills (2).csv":
      "role,task,skill,frequency,impact,role_summary\nclerk,refund,refunds,2,2,Serves\nclerk,file,refunds,2,2,\n",
  });
  const nodes = await taxonomy(organisation);
  const idOf = (name: string) => nodes.find((node) => "name" in node && node.name === name)?.id ?? "";
  const viewer = organisation.as("admin");
  await placeTask(viewer, { taskId: idOf("refund"), frequency: 5, impact: 4, was: { frequency: 2, impact: 2 } });
  const rule = { start: "hire" as const, days: 90, jobs: 20, rightFirstTime: 0.9, assisted: 0.1 };
  await setProficiency(viewer, { roleId: idOf("clerk"), rule });
  await undoBatch(viewer, { batchId: report?.batchId ?? "" });
  const after = await taxonomy(organisation);
  const named = (name: string) => after.find((node) => "name" in node && node.name === name);
  expect(named("clerk")).toMatchObject({ summary: null });
  expect(named("refund")).toMatchObject({ frequency: 5, impact: 4 });
  expect(named("file")).toMatchObject({ frequency: 1, impact: 1 });
  const { rows } = await inTenant(organisation.orgId, (tx) => tx.execute(sql`select proficiency from roles`));
  expect(rows).toEqual([{ proficiency: rule }]);
});

test("a role somebody began with stays when the import that named it is undone", async () => {
  const organisation = await givenOrganisation();
  const [report] = await organisation.take({ "skills.csv": old });
  const role = (await taxonomy(organisation)).find(({ kind }) => kind === "role");
  await openStart(organisation.as("admin"), { roleId: role?.id ?? "" });
  await undoBatch(organisation.as("admin"), { batchId: report?.batchId ?? "" });
  expect((await taxonomy(organisation)).map(({ kind }) => kind)).toEqual(["role"]);
});

test("activities of a skill that was taken out are taken with a notice", async () => {
  const organisation = await givenOrganisation();
  await organisation.take({ "skills.csv": old });
  const [first] = await organisation.take({
    "activities.csv": "activity,title,skill\ncourse,Refunds at once,refunds\n",
  });
  expect(first?.notices).toEqual([]);
  await inTenant(organisation.orgId, (tx) => tx.execute(sql`update skills set retired_at = now()`));
  const [second] = await organisation.take({ "activities (2).csv": "activity,title,skill\ncourse,Refunds,refunds\n" });
  expect(second?.notices).toEqual([
    "Of skills that were taken out of the taxonomy, so that nobody's role needs them: refunds",
  ]);
});

test("what sources say of a task or behaviour that was renamed since goes on being said of it", async () => {
  const organisation = await givenOrganisation();
  await organisation.take({ "people.csv": "employee_id,role\nE1,clerk\n", "skills.csv": old });
  await publishEdits(organisation.as("ld_lead"), (index) => {
    const task = [...index.tree.values()].find(({ kind }) => kind === "task");
    return setFields(index, [task?.id ?? ""], { name: "Handle a refund" });
  });
  await publishEdits(organisation.as("ld_lead"), (index) => {
    const asks = [...index.tree.values()].find((node) => node.kind === "behaviour" && node.statement === "Asks why");
    const edit = setFields(index, [asks?.id ?? ""], { statement: "Asks for the reason" });
    return {
      ...edit,
      changes: [
        ...edit.changes,
        ...setFields(index, [asks?.kind === "behaviour" ? asks.skillId : ""], { rangeReason: "Two" }).changes,
      ],
    };
  });
  const [seen] = await organisation.take({
    "observations.csv":
      "observation_id,employee_id,behaviour,level,source,observed_at\n1,E1,Asks why,3,manager,2025-03-03\n2,E1,Asks for the reason,4,manager,2025-03-04\n3,E1,Unheard of,4,manager,2025-03-04\n",
  });
  expect(seen).toMatchObject({ added: 2, rejected: 1 });
  const [report] = await organisation.take({
    "work_events.csv":
      "event_id,employee_id,task,completed_at\n1,E1,refund,2025-03-03\n2,E1,Handle a refund,2025-03-04\n3,E1,pack,2025-03-05\n",
  });
  expect(report).toMatchObject({ added: 3, rejected: 0 });
  const { rows } = await inTenant(organisation.orgId, (tx) =>
    tx.execute(
      sql`select t.name, count(*)::int as jobs from work_events e join tasks t on t.id = e.task_id group by 1 order by 1`,
    ),
  );
  expect(rows).toEqual([
    { name: "Handle a refund", jobs: 2 },
    { name: "pack", jobs: 1 },
  ]);
});
