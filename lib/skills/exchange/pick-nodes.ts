import type { TaxonomyNode } from "@/lib/skills/tree/node";
import type { ChoiceGroup } from "./choices";
import type { Parsed } from "./parsed";

/**
 * The part of a file that was chosen, by roles and skills: tasks go with their role, behaviours with their skill, needs where both are taken.
 */
export function pickNodes(parsed: Parsed, chosen: ReadonlySet<string>): Parsed {
  const goes = (node: TaxonomyNode): boolean => {
    switch (node.kind) {
      case "role":
      case "skill":
        return chosen.has(node.id);
      case "task":
        return chosen.has(node.roleId);
      case "behaviour":
        return chosen.has(node.skillId);
      case "need":
        return chosen.has(node.roleId) && chosen.has(node.skillId);
    }
  };
  const taken = new Set(parsed.nodes.filter(goes).map(({ id }) => id));
  return {
    ...parsed,
    nodes: parsed.nodes.filter(({ id }) => taken.has(id)),
    mapping: parsed.mapping.map((row) =>
      row.id === null || taken.has(row.id) ? row : { ...row, id: null, became: null, why: "Not chosen" },
    ),
  };
}

/** Roles and skills of a file to choose from; everything is the usual choice. */
export function choicesOf({ nodes }: Pick<Parsed, "nodes">): ChoiceGroup[] {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const of = node.kind === "behaviour" ? node.skillId : "roleId" in node ? node.roleId : null;
    if (of !== null) counts.set(`${node.kind} ${of}`, (counts.get(`${node.kind} ${of}`) ?? 0) + 1);
  }
  const count = (kind: TaxonomyNode["kind"], { id }: TaxonomyNode) => String(counts.get(`${kind} ${id}`) ?? 0);
  return [
    {
      id: "roles",
      title: "Roles",
      lead: "With their tasks.",
      columns: ["Tasks", "Needs"],
      items: nodes.flatMap((role) => {
        if (role.kind !== "role") return [];
        return [{ key: role.id, name: role.name, cells: [count("task", role), count("need", role)], usual: true }];
      }),
    },
    {
      id: "skills",
      title: "Skills",
      lead: "With their behaviours.",
      columns: ["Behaviours"],
      items: nodes.flatMap((skill) => {
        if (skill.kind !== "skill") return [];
        return [{ key: skill.id, name: skill.name, cells: [count("behaviour", skill)], usual: true }];
      }),
    },
  ];
}
