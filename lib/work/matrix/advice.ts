import type { Place } from "./levels";

/** From this level on a task counts as frequent, or as having much at stake. */
export const highFrom = 4;

export type Quadrant = "practise" | "reference" | "at-hand" | "leave";

export const quadrants: Record<Quadrant, { name: string; where: string; advice: string }> = {
  practise: {
    name: "Practise and reinforce",
    where: "Frequent, much at stake",
    advice:
      "Deserves the most reinforcement: practise it before live work, watch it being done, and come back to it every few weeks.",
  },
  reference: {
    name: "Deep reference",
    where: "Rare, much at stake",
    advice:
      "A thorough reference where the work is done and a second pair of eyes; repeated training fades before the next case comes.",
  },
  "at-hand": {
    name: "Help at hand",
    where: "Frequent, little at stake",
    advice: "A checklist or hint in the tool at the moment of need; hours in a course are not paid back.",
  },
  leave: {
    name: "Leave it",
    where: "Rare, little at stake",
    advice: "A line where people would look is enough. Spend the learning time elsewhere.",
  },
};

/** The rule of reinforcement: frequent tasks with much at stake first, deep reference for rare exceptions. */
export function quadrantOf({ frequency, impact }: Place): Quadrant {
  if (impact >= highFrom) return frequency >= highFrom ? "practise" : "reference";
  return frequency >= highFrom ? "at-hand" : "leave";
}

/** How the place somebody chose and the one work events give differ; null where they do not, or one is not known. */
export function differenceWords(placed: Place | null, computed: Place | null): string | null {
  if (!placed || !computed) return null;
  const steps = (from: number, to: number, what: string) => {
    const by = Math.abs(to - from);
    return by === 0 ? [] : [`${by} ${by === 1 ? "level" : "levels"} ${to > from ? "more" : "less"} ${what}`];
  };
  const said = [
    ...steps(placed.frequency, computed.frequency, "frequent"),
    ...steps(placed.impact, computed.impact, "at stake"),
  ];
  return said.length === 0 ? null : `Work events say: ${said.join(", ")} than placed`;
}
