import { notInDrafts } from "@/lib/skills/exchange/extras";
import type { Parsed } from "@/lib/skills/exchange/parsed";
import type { NeedNode, TaxonomyNode } from "@/lib/skills/tree/node";
import { idOf, nodeOfRows, type RowGroup, toldBy } from "./node-of-rows";
import { readSkillRows, type SkillRow } from "./read-skill-rows";
import { tellsFields } from "./tells-fields";

/**
 * A skills.csv as nodes, to go into a draft: what an import at /data would make of it.
 * @throws DomainError when the file cannot be read as one at all
 */
export function parseSkillsCsv(file: string, text: string): Parsed {
  const { rows, faults, present, unknown } = readSkillRows(file, text);
  const groups = new Map<string, RowGroup>();
  for (const row of rows) {
    const cell = (name: string) => row.cells.get(name) ?? null;
    const [role, task, skill, behaviour] = ["role", "task", "skill", "behaviour"].map(cell);
    if (role) add("role", [role], row);
    if (role && task) add("task", [role, task], row);
    if (skill) add("skill", [skill], row);
    if (behaviour) add("behaviour", [behaviour], row);
    if (role && skill) add("need", [role, task ?? null, skill], row);
  }
  const places = new Map<string, number>();
  const nodes = [...groups.values()].map((group) => nodeOfRows(group, present, places));
  const paths = ["good_path", "failure_path", "decision_quality"].filter((name) => present.has(name));
  return {
    format: "skills",
    nodes,
    faults,
    mapping: nodes.map((node) => ({
      kind: node.kind,
      name: nameOf(node),
      code: node.kind === "need" ? "" : (node.source?.code ?? ""),
      id: node.id,
      became: node.kind,
      why: "",
    })),
    tells: tellsFields(present),
    exactNames: true,
    owners: new Map(
      [...groups].flatMap(([id, { rows: of }]) => {
        const owner = toldBy(of, id.startsWith("role") ? "role_owner" : id.startsWith("skill") ? "skill_owner" : "");
        return owner ? [[id, owner.toLowerCase()] as const] : [];
      }),
    ),
    notices: [
      ...(unknown.length > 0 ? [`Columns not used: ${unknown.join(", ")}`] : []),
      ...notInDrafts({ paths: paths.length > 0, proficiency: rows.some(({ cells }) => cells.has("role_proficiency")) }),
    ],
  };

  function add(kind: RowGroup["kind"], names: (string | null)[], row: SkillRow): void {
    const id = idOf(kind, ...names);
    const group = groups.get(id);
    if (group) group.rows.push(row);
    else groups.set(id, { id, kind, rows: [row] });
  }
}

const nameOf = (node: TaxonomyNode) =>
  node.kind === "behaviour" ? node.statement : node.kind === "need" ? needName(node) : node.name;

const needName = ({ id }: NeedNode) => {
  const [role, task, skill] = JSON.parse(id.slice("need ".length)) as (string | null)[];
  return `${role}${task ? `, ${task}` : ""}: ${skill}`;
};
