import { depths, facets, risks, witnesses } from "@/db/schema/taxonomy";
import { type Column, level, number, oneOf, text, wholeLevel, yesNo } from "@/lib/intake/column";
import type { CellFault } from "@/lib/intake/fault";
import { fromProficiencyCell, toProficiencyCell } from "@/lib/skills/proficiency-rule";
import { halfLifeRange } from "@/lib/skills/tree/half-life";
import { fromSourceCell, toSourceCell } from "./source-cell";
import { fromSpreadsheet } from "./spreadsheet-text";

type Options = NonNullable<Parameters<typeof text>[1]>;

/** Text of which a guard against formulas is no part. */
const words = (name: string, options: Options = {}): Column => {
  const plain = text(name, options);
  return { ...plain, parse: (cell) => plain.parse(fromSpreadsheet(cell)) };
};

const late = (name: string, longest = 4_000) => words(name, { late: true, longest });

const whole = (name: string, from: number, to: number, wants: string): Column => {
  const plain = number(name, { late: true, from, to, wants });
  return { ...plain, parse: (cell) => (/^\d+$/.test(cell) ? plain.parse(cell) : null) };
};

const position = (name: string) => whole(name, 0, 1_000_000, "a whole number of 0 or more");

const source = (name: string): Column => {
  const plain = text(name, { late: true, longest: 8_000 });
  return {
    ...plain,
    wants: "scheme:code, or a JSON object with scheme and code and, if known, release, licence and attribution",
    parse: (cell) => (plain.parse(cell) === null ? null : toSourceCell(fromSourceCell(cell))),
  };
};

const roleProficiency: Column = {
  ...text("role_proficiency", { late: true }),
  wants:
    "a JSON object with start (hire or role_start), days (30 to 730), jobs (1 to 1000), rightFirstTime and assisted (0 to 1)",
  parse: (cell) => toProficiencyCell(fromProficiencyCell(cell)),
};

/** Kept as the names in their usual order, separated by commas; "nobody" for none at all. */
const seenBy: Column = {
  ...text("seen_by", { late: true }),
  wants: `one or more of ${witnesses.join(", ")}, separated by commas, or nobody`,
  parse: (cell) => {
    const named = cell
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((name) => name !== "");
    if (named.length === 1 && named[0] === "nobody") return "nobody";
    const known = witnesses.filter((name) => named.includes(name));
    return known.length > 0 && named.every((name) => known.some((one) => one === name)) ? known.join(",") : null;
  },
};

export const anchorColumns = ["anchor_1", "anchor_2", "anchor_3", "anchor_4", "anchor_5"] as const;

/** What a row without a role, or without a skill, speaks of; every other row says which skill a role needs. */
const subjects = ["role", "task", "skill", "behaviour"] as const;

const { least, most } = halfLifeRange;

export const skillColumns: Column[] = [
  words("role", { required: true, mayBeEmpty: true, example: "Customer service representative" }),
  words("task", { longest: 600, example: "Handle a refund" }),
  wholeLevel("frequency", { example: "5" }),
  wholeLevel("impact", { example: "4" }),
  words("skill", { required: true, mayBeEmpty: true, example: "Refund handling" }),
  oneOf("facet", facets, { example: "judgment" }),
  oneOf("risk", risks, { example: "medium" }),
  oneOf("depth", depths, { example: "applied" }),
  words("behaviour", { longest: 1_000, example: "Checks the order before refunding" }),
  level("target_level", { example: "4" }),
  oneOf("about", subjects, { late: true }),
  level("need_level", { late: true }),
  oneOf("need_facet", facets, { late: true }),
  yesNo("critical_need", { late: true }),
  position("need_position"),
  late("role_summary"),
  late("role_owner", 320),
  source("role_source"),
  roleProficiency,
  yesNo("critical_task", { late: true }),
  position("task_position"),
  late("good_path"),
  late("failure_path"),
  late("decision_quality"),
  source("task_source"),
  oneOf("skill_facet", facets, { late: true }),
  oneOf("skill_risk", risks, { late: true }),
  oneOf("skill_depth", depths, { late: true }),
  late("skill_summary"),
  whole("half_life_days", least, most, `a whole number of days from ${least} to ${most}`),
  late("skill_owner", 320),
  late("range_reason"),
  source("skill_source"),
  position("behaviour_position"),
  seenBy,
  yesNo("of_team", { late: true }),
  ...anchorColumns.map((name) => late(name, 1_000)),
  source("behaviour_source"),
];

type Cell = (name: string) => string | null;

/** What is wrong with a row although each of its cells is right. */
export function checkSkillRow(cell: Cell): CellFault | null {
  const about = cell("about") ?? "need";
  const { wants, lacks } = shapes[about as keyof typeof shapes];
  const missing = wants.find((name) => cell(name) === null);
  if (missing) return { column: missing, value: null, reason: "This must not be empty" };
  const extra = lacks.find((name) => cell(name) !== null);
  if (extra)
    return { column: extra, value: cell(extra), reason: `A row about a ${about} alone does not name a ${extra}` };
  const stray = ["frequency", "impact"].find((name) => cell(name) !== null);
  if (!stray || cell("task") !== null) return null;
  return { column: stray, value: cell(stray), reason: "Only a task has a frequency and an impact; name the task" };
}

type Shape = { wants: readonly string[]; lacks: readonly string[] };

const shapes = {
  need: { wants: ["role", "skill"], lacks: [] },
  role: { wants: ["role"], lacks: ["task", "skill", "behaviour"] },
  task: { wants: ["role", "task"], lacks: ["skill", "behaviour"] },
  skill: { wants: ["skill"], lacks: ["role", "task", "behaviour"] },
  behaviour: { wants: ["skill", "behaviour"], lacks: ["role", "task"] },
} satisfies Record<string, Shape>;
