import { expect, test } from "vitest";
import { takeForeign } from "./case/take-foreign";
import { readRecords } from "./csv-records";
import { readTsv } from "./onet/tsv";
import { choicesOf } from "./pick-nodes";
import { parseSkillsCsv } from "./skills-csv/parse-skills-csv";

const many = 500_001;

test("files of more rows than any taxonomy has are refused by name, before their faults fill the memory", () => {
  expect(() => readTsv("T.txt", `a\tb\n${"x\n".repeat(many)}`, ["a"], [])).toThrow("T.txt has more than 500,000 rows");
  expect(() => readRecords("r.csv", `a,b\n${"x\n".repeat(many)}`, ["a"], [])).toThrow(
    "r.csv has more than 500,000 rows",
  );
  expect(() => parseSkillsCsv("s.csv", `role,skill\n${"x\n".repeat(many)}`)).toThrow(
    "s.csv has more than 500,000 rows",
  );
});

test("a row of megabytes is refused or a fault, and the lines of others stay right", () => {
  const long = ",".repeat(3 << 20);
  expect(() => readRecords("r.csv", `a,b\n${long}\n1,2\n`, ["a"], [])).toThrow("line 2");
  const faults: Parameters<typeof readTsv>[3] = [];
  const rows = readTsv("T.txt", `\uFEFFa\tb\r\n${"\t".repeat(3 << 20)}\r\n\r\n1\t2`, ["a"], faults);
  expect(faults).toMatchObject([{ line: 2, reason: "The row is too long, the header has 2" }]);
  expect(rows.map((row) => [row.line, row.get("b")])).toEqual([[4, "2"]]);
});

test("two hundred thousand items below one heading, and a circle of parents, are read at once", {
  timeout: 15_000,
}, () => {
  const item = (identifier: string) => ({ identifier, fullStatement: `Does ${identifier}`, extensions: undefined });
  const below = (child: string, parent: string) => ({
    identifier: `${child} in ${parent}`,
    associationType: "isChildOf",
    originNodeURI: { identifier: child },
    destinationNodeURI: { identifier: parent },
    extensions: undefined,
  });
  const names = Array.from({ length: 200_000 }, (_, at) => `i${at}`);
  const document = { identifier: "d", title: "D" };
  const items = [...names, "top", "left", "right"].map(item);
  const associations = [...names.map((name) => below(name, "top")), below("left", "right"), below("right", "left")];
  const parsed = takeForeign("f.json", { document, items, associations }, []);
  expect(parsed.nodes.filter(({ kind }) => kind === "behaviour")).toHaveLength(names.length);
  const skills = choicesOf(parsed).find(({ id }) => id === "skills");
  expect(skills?.items.find(({ key }) => key === "top")?.cells).toEqual([String(names.length)]);
});
