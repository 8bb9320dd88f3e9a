import { expect, test } from "vitest";
import { escoChoices, openEsco, takeEsco } from "./esco";

// The columns of an ESCO 1.2 download; the rows are made up.
const skillsHeader =
  "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description";
const skill = (id: string, type: string, label: string, description: string) =>
  `KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/${id},${type},cross-sector,${label},"one\ntwo",,released,2024-01-01,,,,"${description}"`;
const files: [string, string][] = [
  [
    "skills_en.csv",
    [
      skillsHeader,
      skill("s1", "skill/competence", "handle complaints", "Answers, and settles"),
      skill("s2", "knowledge", "consumer law", ""),
      skill("s3", "skill/competence", "speak clearly", ""),
    ].join("\n"),
  ],
  [
    "occupations_en.csv",
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code\n" +
      'Occupation,http://data.europa.eu/esco/occupation/o1,4222,service clerk,"help desk clerk\ncall clerk",,released,2024-01-01,,,,,Answers customers,4222.1\n',
  ],
  [
    "occupationSkillRelations_en.csv",
    "occupationUri,occupationLabel,relationType,skillType,skillUri,skillLabel\n" +
      [
        "essential,skill/competence,s1",
        "essential,knowledge,s2",
        "optional,skill/competence,s3",
        "essential,knowledge,gone",
      ]
        .map((row) => {
          const [relation, type, id] = row.split(",");
          return `http://data.europa.eu/esco/occupation/o1,service clerk,${relation},${type},http://data.europa.eu/esco/skill/${id},x`;
        })
        .join("\n"),
  ],
  [
    "broaderRelationsSkillPillar_en.csv",
    "conceptType,conceptUri,conceptLabel,broaderType,broaderUri,broaderLabel\n" +
      "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/s1,handle complaints,SkillGroup,http://data.europa.eu/esco/skill/S1,negotiating\n",
  ],
];
const open = (list = files) => openEsco(new Map(list));

test("an occupation comes with its other titles, and its skills as essential and optional", () => {
  const esco = open();
  expect(esco.faults).toEqual([]);
  expect(esco.occupations).toMatchObject([
    { title: "service clerk", code: "4222.1", titles: ["help desk clerk", "call clerk"] },
  ]);
  const groups = escoChoices(esco.skillsOf("http://data.europa.eu/esco/occupation/o1"));
  expect(groups.map(({ id, items }) => [id, items.map(({ name, usual }) => [name, usual])])).toEqual([
    [
      "essential",
      [
        ["consumer law", true],
        ["handle complaints", true],
      ],
    ],
    ["optional", [["speak clearly", false]]],
  ]);
});

test("what is chosen becomes a role and skills with source; what ESCO does not say stays open, and what is left out is told", () => {
  const esco = open();
  const [occupation] = esco.occupations;
  if (!occupation) throw new Error("No occupation was read");
  const skills = esco.skillsOf(occupation.uri);
  const { nodes, mapping } = takeEsco(
    occupation,
    skills,
    new Set(skills.filter(({ isEssential }) => isEssential).map(({ uri }) => uri)),
  );
  expect(nodes.find((node) => node.kind === "skill" && node.name === "handle complaints")).toMatchObject({
    summary: "Answers, and settles Part of: negotiating.",
    facet: null,
    source: { scheme: "esco", attribution: "This service uses the ESCO classification of the European Commission." },
  });
  expect(nodes.filter((node) => node.kind === "need")).toMatchObject([
    { facet: null, targetLevel: null },
    { facet: "knowledge", targetLevel: null },
  ]);
  expect(mapping.map(({ name, became }) => [name, became])).toEqual([
    ["service clerk", "role"],
    ["handle complaints", "skill"],
    ["consumer law", "skill"],
    ["speak clearly", null],
  ]);
});

test("a missing file, a missing column and a row of the wrong width are named", () => {
  expect(() => open(files.slice(0, 2))).toThrow("occupationSkillRelations_en.csv is missing");
  expect(() => open([["skills_en.csv", "conceptUri\n"], ...files.slice(1)])).toThrow(
    "skills_en.csv lacks the column skillType",
  );
  const broken = files.map(([name, text]): [string, string] =>
    name.startsWith("broader") ? [name, `${text}only,two\n`] : [name, text],
  );
  expect(open(broken).faults).toEqual([
    {
      file: "broaderRelationsSkillPillar_en.csv",
      line: 3,
      column: "",
      value: null,
      reason: "The row has 2 cells, the header has 6",
    },
  ]);
});
