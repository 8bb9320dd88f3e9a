import { hasBlank } from "@/lib/skills/wording/blank";
import { checkWording } from "@/lib/skills/wording/check-wording";
import type { Fault } from "./fault";
import type { BehaviourNode, Change, SkillNode, Tree } from "./node";

/** `faults` hinder publishing; `warnings` do not, and are worth a look. */
export type PublishCheck = { faults: Fault[]; warnings: Fault[] };

/** Behaviours a skill should have: fewer say too little about it, more are not rated with care. */
export const behaviourRange = { least: 3, most: 5 } as const;

/** What `publishFaults` is to look at after these changes: also the skills that behaviours were taken from. */
export function touchedBy(changes: readonly Change[]): Set<string> {
  return new Set(changes.flatMap(({ id, before }) => (before?.kind === "behaviour" ? [id, before.skillId] : [id])));
}

/**
 * What stands against publishing the nodes that were touched, and the skills whose behaviours were: a skill without any behaviour, or with
 * more or fewer than the range and no reason for it; a statement with a blank in it. Wording that cannot be seen is a warning,
 * and so is a role's need for a skill without behaviours.
 */
export function publishFaults(tree: Tree, changedIds: Iterable<string>): PublishCheck {
  const skills = new Map<string, SkillNode>();
  const statements: BehaviourNode[] = [];
  const needed = new Set<string>();
  const note = (id: string) => {
    const skill = tree.get(id);
    if (skill?.kind === "skill") skills.set(id, skill);
  };
  for (const id of changedIds) {
    const node = tree.get(id);
    if (node?.kind === "skill") note(id);
    if (node?.kind === "need") needed.add(node.skillId);
    if (node?.kind !== "behaviour") continue;
    statements.push(node);
    note(node.skillId);
  }
  const counts = behavioursBySkill(tree);
  return {
    faults: [
      ...[...skills.values()].flatMap((skill) => rangeFault(skill, counts.get(skill.id) ?? 0)),
      ...statements.flatMap(({ id, statement }) =>
        hasBlank(statement) ? [{ nodeId: id, field: "statement", message: "Fill in the blank, or write it anew" }] : [],
      ),
    ],
    warnings: [
      ...statements.flatMap(({ id, statement }) =>
        checkWording(statement).map(({ reason }) => ({ nodeId: id, field: "statement", message: reason })),
      ),
      ...[...needed].flatMap((nodeId) =>
        counts.has(nodeId) || skills.has(nodeId)
          ? []
          : [{ nodeId, field: "", message: "A role needs this skill, and no behaviour says by what it is seen" }],
      ),
    ],
  };
}

function rangeFault({ id, rangeReason }: SkillNode, count: number): Fault[] {
  const { least, most } = behaviourRange;
  if (count === 0) {
    return [
      { nodeId: id, field: "", message: "This skill has no behaviour by which it could be seen. Add three to five" },
    ];
  }
  if ((count >= least && count <= most) || rangeReason?.trim()) return [];
  const much = count < least ? "too few to tell the skill by" : "more than anybody rates with care";
  const message = `${count} ${count === 1 ? "behaviour is" : "behaviours are"} ${much}. Make it ${least} to ${most}, or give the reason`;
  return [{ nodeId: id, field: "rangeReason", message }];
}

function behavioursBySkill(tree: Tree): Map<string, number> {
  const counts = new Map<string, number>();
  for (const node of tree.values()) {
    if (node.kind === "behaviour") counts.set(node.skillId, (counts.get(node.skillId) ?? 0) + 1);
  }
  return counts;
}
