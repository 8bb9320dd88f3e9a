import { z } from "zod";

/** A group of people as the address names it: `org`, `unit:<id>`, `initiative:<id>:<arm>`, `line` (one's own reporting line). */
export type ScopeRequest =
  | { kind: "org" }
  | { kind: "line" }
  | { kind: "unit" | "site" | "role" | "team"; id: string }
  | { kind: "initiative"; id: string; arm: string | null };

const uuid = z.uuid();

/** Null where the text names no scope. */
export function parseScope(text: string): ScopeRequest | null {
  if (text === "org" || text === "line") return { kind: text };
  const [kind, id, ...rest] = text.split(":");
  // No text of the database holds a NUL.
  if (text.includes("\0")) return null;
  if (!id || !uuid.safeParse(id).success) return null;
  const arm = rest.join(":");
  if (kind === "initiative") return { kind, id, arm: arm === "" ? null : arm };
  if (kind === "unit" || kind === "site" || kind === "role" || kind === "team")
    return rest.length ? null : { kind, id };
  return null;
}

export function scopeText(scope: ScopeRequest): string {
  if (scope.kind === "org" || scope.kind === "line") return scope.kind;
  if (scope.kind === "initiative") return `initiative:${scope.id}${scope.arm ? `:${scope.arm}` : ""}`;
  return `${scope.kind}:${scope.id}`;
}
