import { readFileSync } from "node:fs";
import { join } from "node:path";

type Row = Record<string, string>;

function readRows(folder: string, file: string): Row[] {
  const [header = "", ...lines] = readFileSync(join(folder, file), "utf8").split(/\r?\n/);
  const columns = header.split("\t");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const cells = line.split("\t");
      return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
    });
}

type Statement = { id: string; text: string; core: boolean };

export type Onet = {
  titles: Map<string, string>;
  tasks: Map<string, Statement[]>;
  /** Skills by falling importance. */
  skills: Map<string, string[]>;
  /** Element IDs by the name of a skill. */
  elements: Map<string, string>;
  /** Frequency and impact, both 1-5, where incumbents rated them. */
  ratings: Map<string, { frequency: number; impact: number }>;
};

function grouped<Value>(rows: Row[], value: (row: Row) => Value): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const code = row["O*NET-SOC Code"] ?? "";
    groups.set(code, [...(groups.get(code) ?? []), value(row)]);
  }
  return groups;
}

/** The mean of O*NET's seven frequency categories, stretched onto our five. */
function readRatings(rows: Row[]): Onet["ratings"] {
  const ratings: Onet["ratings"] = new Map();
  for (const task of new Set(rows.map((row) => row["Task ID"] ?? ""))) {
    const own = rows.filter((row) => row["Task ID"] === task);
    const category = own
      .filter((row) => row["Scale ID"] === "FT")
      .reduce((sum, row) => sum + (Number(row.Category) * Number(row["Data Value"])) / 100, 0);
    const importance = Number(own.find((row) => row["Scale ID"] === "IM")?.["Data Value"]);
    ratings.set(task, { frequency: Math.round(1 + ((category - 1) * 4) / 6), impact: Math.round(importance) });
  }
  return ratings;
}

export function readOnet(folder: string): Onet {
  const importance = readRows(folder, "Skills.txt")
    .filter((row) => row["Scale ID"] === "IM")
    .sort((left, right) => Number(right["Data Value"]) - Number(left["Data Value"]));

  return {
    titles: new Map(
      readRows(folder, "Occupation Data.txt").map((row) => [row["O*NET-SOC Code"] ?? "", row.Title ?? ""]),
    ),
    tasks: grouped(readRows(folder, "Task Statements.txt"), (row) => ({
      id: row["Task ID"] ?? "",
      text: row.Task ?? "",
      core: row["Task Type"] === "Core",
    })),
    skills: grouped(importance, (row) => row["Element Name"] ?? ""),
    elements: new Map(importance.map((row) => [row["Element Name"] ?? "", row["Element ID"] ?? ""])),
    ratings: readRatings(readRows(folder, "Task Ratings.txt")),
  };
}
