import type { Condition, Span } from "@/lib/access/group-rule";
import type { ScopeRequest } from "@/lib/access/scope-request";
import { addMonths, type Period } from "@/lib/metrics/period";

/** The year that ends with the period: levels are observed every few months, so a shorter time sees most people once. */
export function skillWindow({ end }: Pick<Period, "end">): Span {
  return { start: addMonths(end, -12), end };
}

/** A scope of the scorecard as conditions of a group; null for a reporting line, which this page does not know. */
export function scopeConditions(scope: ScopeRequest | null): Condition[] | null {
  if (scope === null || scope.kind === "org") return [{ kind: "all" }];
  if (scope.kind === "line") return null;
  if (scope.kind === "initiative") return scope.arm ? [{ kind: "arm", id: scope.id, arm: scope.arm }] : null;
  return [{ kind: scope.kind, id: scope.id }];
}

/** How somebody learned a skill: in the flow of work (at a destination too, or not), at a destination only, not at all. */
export const learningKinds = ["flow", "traditional", "none"] as const;
export type LearningKind = (typeof learningKinds)[number];
