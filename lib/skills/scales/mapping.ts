import type { ScalePoint } from "@/db/schema/taxonomy-versions";

export type Scale = { lowest: number; highest: number; points: readonly ScalePoint[] };

/**
 * What a value of another tool's scale is on levels 1 to 5: straight from point to point. Null where the value is not on the scale.
 * @param scale its points ascend in value, from `lowest` to `highest`, and never descend in level (see `scaleInput`)
 */
export function levelOf({ lowest, highest, points }: Scale, value: number): number | null {
  if (!(value >= lowest && value <= highest)) return null;
  const after = points.findIndex((point) => point.value >= value);
  const right = points[after];
  if (!right) return null;
  const left = points[after - 1];
  if (!left || right.value === value) return right.level;
  return left.level + ((value - left.value) / (right.value - left.value)) * (right.level - left.level);
}
