import fc from "fast-check";
import { expect, test } from "vitest";
import { oddTaxonomy } from "@/test/odd-taxonomy";
import { parseSkillsCsv } from "./parse-skills-csv";
import { writeSkillsCsv } from "./write-skills-csv";

const noExtras = { owners: new Map<string, string>(), taskPaths: new Map(), proficiency: new Map() };

test("whatever the names, a taxonomy that is written and read is written again in the same bytes", () => {
  fc.assert(
    fc.property(oddTaxonomy, (nodes) => {
      const text = writeSkillsCsv(nodes, noExtras);
      const { nodes: read, faults } = parseSkillsCsv("skills.csv", text);
      expect(faults).toEqual([]);
      expect(read).toHaveLength(nodes.length);
      expect(writeSkillsCsv(read, noExtras)).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test("no cell begins as a formula does", () => {
  const name = '=HYPERLINK("http://x","y")';
  const text = writeSkillsCsv([{ kind: "role", id: "r", name, summary: "+1", ownerId: null, source: null }], noExtras);
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(text).toContain("'+1");
  expect(parseSkillsCsv("x", text).nodes).toMatchObject([{ name, summary: "+1" }]);
});

test("a file as it was before the new columns is read as ever: levels of behaviours, the highest for the need, the common depth", () => {
  const { nodes, faults } = parseSkillsCsv(
    "skills.csv",
    "role,task,skill,facet,depth,behaviour,target_level\nclerk,refund,listening,judgment,complex,Asks why,4\n" +
      "clerk,refund,listening,fluency,complex,Writes it down,3\nclerk,file,listening,fluency,routine,Waits,\n",
  );
  expect(faults).toEqual([]);
  expect(nodes.find(({ kind }) => kind === "skill")).toMatchObject({ facet: null, depth: null });
  const [refund, file] = nodes.filter((node) => node.kind === "need");
  expect(refund).toMatchObject({ targetLevel: 4, depth: "complex", shownBy: [{ targetLevel: 4 }, { targetLevel: 3 }] });
  expect(file).toMatchObject({ targetLevel: null, depth: "routine", shownBy: [{ targetLevel: null }] });
});

test("what cannot be taken is named by file, line, column and reason", () => {
  const { nodes, faults } = parseSkillsCsv(
    "mine.csv",
    "role,task,impact,skill,seen_by,about\nclerk,refund,4,listening,,\nclerk,refund,5,writing,,\nclerk,,,,,\n" +
      "clerk,,,reading,the cat,\nclerk,,,reading,,role\n",
  );
  expect(nodes.map(({ kind }) => kind)).toEqual(["role", "task", "skill", "need"]);
  expect(
    faults.toSorted((a, b) => a.line - b.line).map(({ line, column, value, reason }) => [line, column, value, reason]),
  ).toEqual([
    [3, "impact", "5", "Line 2 says 4 of the same task"],
    [4, "skill", null, "This must not be empty"],
    [5, "seen_by", "the cat", "This should be one or more of manager, peer, system, separated by commas, or nobody"],
    [6, "skill", "reading", "A row about a role alone does not name a skill"],
  ]);
});
