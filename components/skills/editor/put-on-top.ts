import { applyChanges } from "@/lib/skills/tree/apply-changes";
import type { Fault } from "@/lib/skills/tree/fault";
import type { Change, TaxonomyNode, Tree } from "@/lib/skills/tree/node";
import { asDescribed, sameNode } from "@/lib/skills/tree/same-node";
import { validateChanges } from "@/lib/skills/tree/validate-changes";
import type { Step } from "./step";

/** A node that somebody else changed otherwise than a step that waits. Null: taken out. */
export type Clash = { nodeId: string; label: string; theirs: TaxonomyNode | null; mine: TaxonomyNode | null };
export type Choice = "mine" | "theirs";

export type OnTop = {
  /** Edits that can be made on the tree as it is now, in their order. */
  steps: Step[];
  /** Nodes to choose about first. Empty once each has a choice. */
  clashes: Clash[];
  /** Edits that the tree as it is now does not allow, with what stands against them. */
  stuck: { step: Step; faults: Fault[] }[];
};

/**
 * Puts edits that were never saved on top of a tree that has moved on. What the tree has already is left out, so that an edit whose answer
 * got lost is not made twice.
 */
export function putOnTop(from: Tree, waiting: readonly Step[], choices: ReadonlyMap<string, Choice>): OnTop {
  let tree = from;
  const outcome: OnTop = { steps: [], clashes: [], stuck: [] };
  for (const step of waiting) {
    const changes: Change[] = [];
    for (const { id, before, after, heir } of step.changes ?? []) {
      const now = tree.get(id) ?? null;
      const choice = choices.get(id);
      if (sameNode(now, after) || choice === "theirs") continue;
      if (sameNode(now, before) || choice === "mine")
        changes.push({ id, before: now, after: after && asDescribed(after, now), ...(heir && now ? { heir } : {}) });
      else if (!outcome.clashes.some(({ nodeId }) => nodeId === id)) {
        outcome.clashes.push({ nodeId: id, label: step.label, theirs: now, mine: after });
      }
    }
    if (changes.length === 0) continue;
    const faults = validateChanges(tree, changes);
    if (faults.length > 0) outcome.stuck.push({ step, faults });
    else {
      outcome.steps.push({ kind: "edit", label: step.label, changes });
      tree = applyChanges(tree, changes);
    }
  }
  return outcome;
}
