import type { BehaviourNode } from "@/lib/skills/tree/node";
import { checkWording, type WordingFinding } from "@/lib/skills/wording/check-wording";

const known = new WeakMap<BehaviourNode, WordingFinding[]>();

/** What in a behaviour's statement cannot be seen. Nodes never change, so each is looked at once. */
export function findingsOf(node: BehaviourNode): WordingFinding[] {
  const before = known.get(node);
  if (before) return before;
  const findings = checkWording(node.statement);
  known.set(node, findings);
  return findings;
}
