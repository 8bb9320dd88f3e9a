import type { TaxonomySource } from "@/db/schema/taxonomy";
import type { ChoiceGroup } from "@/lib/skills/exchange/choices";
import type { Mapped } from "@/lib/skills/exchange/parsed";
import type { TaxonomyNode } from "@/lib/skills/tree/node";
import type { Template, TemplateSkill } from "./template";

const taskKey = (name: string) => `task ${name}`;
const skillKey = (name: string) => `skill ${name}`;

/** Tasks and skills of a template as tables to tick; all of it is the usual choice. */
export function templateChoices({ tasks, skills }: Template): ChoiceGroup[] {
  return [
    {
      id: "tasks",
      title: "Tasks",
      lead: "How often and how much they matter is a guess to start from: change it to what holds with you.",
      columns: ["Frequency", "Impact", ""],
      items: tasks.map(({ name, frequency, impact, critical }) => ({
        key: taskKey(name),
        name,
        cells: [String(frequency), String(impact), critical ? "critical" : ""],
        usual: true,
      })),
    },
    {
      id: "skills",
      title: "Skills",
      lead: "Each with its behaviours, and what every level of them looks like.",
      columns: ["Behaviours", "Target", "For"],
      items: skills.map(({ name, behaviours, targetLevel, tasks: of }) => ({
        key: skillKey(name),
        name,
        cells: [String(behaviours.length), String(targetLevel), of.join("; ")],
        usual: true,
      })),
    },
  ];
}

/** The chosen part of a template as nodes. A skill whose tasks are not taken is needed by the role at large. */
export function templateNodes(
  template: Template,
  chosen: ReadonlySet<string>,
): { nodes: TaxonomyNode[]; mapping: Mapped[] } {
  const source = (code: string): TaxonomySource => ({ scheme: "throughline", code: `${template.key}: ${code}` });
  const roleId = `role ${template.key}`;
  const nodes: TaxonomyNode[] = [
    { kind: "role", id: roleId, ...template.role, ownerId: null, source: source(template.role.name) },
  ];
  const mapping: Mapped[] = [
    { kind: "Role", name: template.role.name, code: template.key, id: roleId, became: "role", why: "" },
  ];
  const note = (kind: "task" | "skill", name: string, key: string) => {
    const isTaken = chosen.has(key);
    const row = { kind: kind === "task" ? "Task" : "Skill", name, code: template.key };
    mapping.push({ ...row, id: isTaken ? key : null, became: isTaken ? kind : null, why: isTaken ? "" : "Not chosen" });
    return isTaken;
  };
  for (const [position, { name, frequency, impact, critical }] of template.tasks.entries()) {
    const id = taskKey(name);
    if (!note("task", name, id)) continue;
    nodes.push({ kind: "task", id, roleId, name, position, critical, frequency, impact, source: source(name) });
  }
  for (const [position, skill] of template.skills.entries()) {
    if (note("skill", skill.name, skillKey(skill.name))) nodes.push(...skillNodes(skill, position));
  }
  return { nodes, mapping };

  function skillNodes(skill: TemplateSkill, position: number): TaxonomyNode[] {
    const { name, summary, facet, risk, depth, halfLifeDays, behaviours, targetLevel } = skill;
    const skillId = skillKey(name);
    const tasks = skill.tasks.filter((task) => chosen.has(taskKey(task)));
    const critical = new Set(template.tasks.filter((task) => task.critical).map((task) => task.name));
    return [
      {
        kind: "skill",
        id: skillId,
        name,
        summary,
        facet,
        risk,
        depth,
        halfLifeDays,
        ownerId: null,
        rangeReason: null,
        source: source(name),
      },
      ...behaviours.map(
        ({ statement, anchors, seenBy, ofTeam = false }, at): TaxonomyNode => ({
          kind: "behaviour",
          id: `behaviour ${statement}`,
          skillId,
          statement,
          facet,
          anchors,
          seenBy,
          ofTeam,
          position: at,
          source: source(`${name} ${at + 1}`),
        }),
      ),
      ...(tasks.length > 0 ? tasks : [null]).map(
        (task): TaxonomyNode => ({
          kind: "need",
          id: `need ${task} ${name}`,
          roleId,
          taskId: task === null ? null : taskKey(task),
          skillId,
          targetLevel,
          risk,
          depth,
          critical: task !== null && critical.has(task),
          facet,
          position,
          shownBy: [],
        }),
      ),
    ];
  }
}
