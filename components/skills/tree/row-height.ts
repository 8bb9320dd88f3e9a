import type { OutlineRow } from "@/lib/skills/tree/outline";

const heights: Record<OutlineRow["kind"], number> = {
  role: 36,
  task: 32,
  "at-large": 30,
  facet: 26,
  skill: 30,
  behaviour: 40,
  loose: 36,
};

/** In px, fixed by kind so that nothing need be measured: statements have two lines, and a finger needs 44. */
export const rowHeight = (row: OutlineRow | undefined, coarse: boolean) =>
  row ? Math.max(heights[row.kind], coarse ? 44 : 0) : 0;
