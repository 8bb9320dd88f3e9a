import { defaultTarget } from "@/components/skills/level-words";
import type { NeedNode } from "@/lib/skills/tree/node";

/** The level wanted of a behaviour where a need asks for it, or of the need as a whole. */
export function targetOf(need: NeedNode | null, behaviourId?: string): number {
  const named = need?.shownBy.find((shown) => shown.behaviourId === behaviourId)?.targetLevel;
  return named ?? need?.targetLevel ?? defaultTarget;
}
