import type { Unit } from "@/lib/format/measure";

/** A target as somebody writes it, in the stored unit; shares are written in per cent. Null where it is no number. */
export function parseTarget(typed: string, unit: Unit): number | null {
  const text = typed.replace(/[\s%]/g, "").replace(",", ".");
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return null;
  return unit === "share" ? Number((Number(text) / 100).toPrecision(12)) : Number(text);
}

/** A stored target as somebody would write it. */
export function typedTarget(target: number, unit: Unit): string {
  return String(unit === "share" ? Number((target * 100).toPrecision(12)) : target);
}
