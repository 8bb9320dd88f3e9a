import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { undoBatch } from "@/lib/intake/undo-batch";
import { inTenant } from "@/lib/server/tenant-access";
import { readExport } from "@/lib/skills/exchange/read-export";
import { writeSkillsCsv } from "@/lib/skills/exchange/skills-csv/write-skills-csv";
import { setProficiency } from "@/lib/team/proficiency/set-proficiency";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";

afterAll(closePool);

const rule = { start: "hire" as const, days: 90, jobs: 20, rightFirstTime: 0.9, assisted: 0.1 };

const rulesOf = ({ orgId }: GivenOrganisation) =>
  inTenant(orgId, async (tx) => {
    const { rows } = await tx.execute<{ name: string; rule: unknown }>(
      sql`select name, proficiency as rule from roles order by name`,
    );
    return rows.map(({ name, rule: now }) => [name, now]);
  });

async function exported(organisation: GivenOrganisation): Promise<string> {
  const { nodes, extras } = await readExport(organisation.as("admin"), { version: null });
  return writeSkillsCsv(nodes, extras);
}

async function givenRule(): Promise<GivenOrganisation> {
  const organisation = await givenOrganisation();
  await organisation.take({ "skills.csv": "role,skill\nclerk,refunds\npacker,packing\n" });
  const { nodes } = await readExport(organisation.as("admin"), { version: null });
  const role = nodes.find((node) => node.kind === "role" && node.name === "clerk");
  await setProficiency(organisation.as("admin"), { roleId: role?.id ?? "", rule });
  return organisation;
}

test("when somebody new in a role counts as proficient goes out with the taxonomy and comes in again", async () => {
  const text = await exported(await givenRule());
  const other = await givenOrganisation();
  const [report] = await other.take({ "skills.csv": text });
  expect(report).toMatchObject({ rejected: 0, faults: [] });
  const expected = [
    ["clerk", rule],
    ["packer", null],
  ];
  expect(await rulesOf(other)).toEqual(expected);
  expect(await exported(other)).toBe(text);
  expect((await other.take({ "skills (2).csv": `${text}\r\n` }))[0]).toMatchObject({ added: 0, corrected: 0 });
  await other.take({ "skills (3).csv": "role,skill\nclerk,refunds\n" });
  expect(await rulesOf(other)).toEqual(expected);
});

test("an import that says another rule is corrected and taken back, and what is no rule is rejected", async () => {
  const given = await givenRule();
  const cell = (value: string) => `role,skill,role_proficiency\nclerk,refunds,"${value.replaceAll('"', '""')}"\n`;
  const [wrong] = await given.take({ "skills (2).csv": cell('{"start":"hire","days":5}') });
  expect(wrong).toMatchObject({ corrected: 0, rejected: 1 });
  const [report] = await given.take({ "skills (3).csv": cell(JSON.stringify({ ...rule, days: 120 })) });
  expect(report).toMatchObject({ corrected: 1, rejected: 0 });
  expect(await rulesOf(given)).toContainEqual(["clerk", { ...rule, days: 120 }]);
  await undoBatch(given.as("admin"), { batchId: report?.batchId ?? "" });
  expect(await rulesOf(given)).toContainEqual(["clerk", rule]);
});
