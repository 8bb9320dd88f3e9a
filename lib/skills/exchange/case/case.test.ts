import { expect, test } from "vitest";
import { templates } from "@/lib/skills/templates/all-templates";
import { templateChoices, templateNodes } from "@/lib/skills/templates/template-nodes";
import { parseCase } from "./parse-case";
import { writeCase } from "./write-case";

const [sales] = templates;
if (!sales) throw new Error("There are no templates");
const all = new Set(templateChoices(sales).flatMap(({ items }) => items.map(({ key }) => key)));
const about = { orgId: "5b2f4a1e-0000-4000-8000-000000000000", organisation: "Co", version: 3, at: new Date(0) };

test("an export has what the specification requires of a package: identifiers, addresses, dates and a document", () => {
  const written = writeCase(
    templateNodes(sales, all).nodes,
    { owners: new Map(), taskPaths: new Map(), proficiency: new Map() },
    about,
  );
  expect(written.CFDocument).toMatchObject({
    title: "Skills of Co",
    creator: "Co",
    version: "3",
    adoptionStatus: "Implemented",
  });
  for (const one of [...written.CFItems, ...written.CFAssociations]) {
    expect(one.uri).toContain(one.identifier);
    expect(one.lastChangeDateTime).toBe("1970-01-01T00:00:00.000Z");
  }
  const types = new Set(written.CFItems.map(({ CFItemType }) => CFItemType));
  expect(types).toEqual(new Set(["Skill", "Behaviour", "Role", "Task"]));
  expect(new Set(written.CFAssociations.map(({ associationType }) => associationType))).toEqual(
    new Set(["isChildOf", "isRelatedTo"]),
  );
  expect(new Set(written.CFAssociations.map(({ identifier }) => identifier)).size).toBe(written.CFAssociations.length);
});

const link = (identifier: string) => ({ identifier, title: identifier, uri: `https://x.org/${identifier}` });
const child = (of: string, parent: string, sequenceNumber: number) => ({
  identifier: `${of}-${parent}`,
  associationType: "isChildOf",
  originNodeURI: link(of),
  destinationNodeURI: link(parent),
  sequenceNumber,
});
const item = (identifier: string, fullStatement: string, CFItemType?: string) => ({
  identifier,
  fullStatement,
  CFItemType,
});

test("a package of somebody else: types decide, else the place in the tree; headings are left out and said so", () => {
  const parsed = parseCase(
    "theirs.json",
    JSON.stringify({
      CFDocument: { identifier: "d", title: "Their framework", creator: "They" },
      CFItems: [
        item("h", "Working with others"),
        item("s", "Listening"),
        item("b", "Repeats what was said"),
        item("r", "Clerk", "Occupation"),
        item("k", "Filing", "Skill"),
        item("long", "x".repeat(401), "Skill"),
        { identifier: "", fullStatement: "No identifier" },
      ],
      CFAssociations: [
        child("h", "d", 1),
        child("s", "h", 1),
        child("b", "s", 2),
        child("r", "d", 2),
        child("k", "r", 1),
      ],
    }),
  );
  expect(parsed.mapping.map(({ name, became, why }) => [name.slice(0, 25), became, why.slice(0, 20)])).toEqual([
    ["Working with others", null, "A heading: what it h"],
    ["Listening", "skill", ""],
    ["Repeats what was said", "behaviour", "Check that it can be"],
    ["Clerk", "role", ""],
    ["Filing", "skill", ""],
    ["xxxxxxxxxxxxxxxxxxxxxxxxx", null, "The statement has 40"],
  ]);
  expect(parsed.nodes.find(({ kind }) => kind === "need")).toMatchObject({ roleId: "r", skillId: "k", taskId: null });
  expect(parsed.nodes.find(({ id }) => id === "s")).toMatchObject({
    source: { scheme: "case", attribution: "Their framework, They" },
  });
  expect(parsed.faults.map(({ column }) => column)).toEqual(["CFItems[6].identifier", "CFItems long fullStatement"]);
});

test("what is no package is refused with what is wrong, and broken JSON with its line", () => {
  expect(() => parseCase("x.json", "{}")).toThrow("x.json is no CASE package: CFDocument");
  expect(() => parseCase("x.json", '{\n"a": 1,\n,}')).toThrow("something is wrong on line 3");
});

test("when somebody new in a role counts as proficient is in the package, is read back, and is no part of a draft", () => {
  const { nodes } = templateNodes(sales, all);
  const role = nodes.find(({ kind }) => kind === "role");
  const rule = { start: "hire" as const, days: 90, jobs: 20, rightFirstTime: 0.9, assisted: 0.1 };
  const write = (proficiency: Map<string, typeof rule>) =>
    writeCase(nodes, { owners: new Map(), taskPaths: new Map(), proficiency }, about);
  const written = write(new Map([[role?.id ?? "", rule]]));
  const item = written.CFItems.find(({ identifier }) => identifier === role?.id);
  expect(item?.extensions?.throughline).toMatchObject({ proficiency: rule });
  const read = parseCase("roles.case.json", JSON.stringify(written));
  expect(read.faults).toEqual([]);
  expect(read.notices.at(-1)).toContain("counts as proficient");
  expect(parseCase("roles.case.json", JSON.stringify(write(new Map()))).notices).toHaveLength(1);
});
