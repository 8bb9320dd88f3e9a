import { createHash } from "node:crypto";
import type { Study } from "./study";

/** sha256 (hex) of the plan as canonical JSON: keys in order, defaults filled in; what only names or explains it is left out. */
export function planHash({ initiative, summary, note, ...plan }: Study): string {
  return createHash("sha256").update(canonical(plan)).digest("hex");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}
