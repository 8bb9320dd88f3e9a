import { parseScope, type ScopeRequest } from "@/lib/access/scope-request";
import { type Period, parsePeriod } from "@/lib/metrics/period";

const dimensionNames = ["unit", "role", "site", "cohort", "engagement", "support"] as const;
export type DimensionName = (typeof dimensionNames)[number];

export type Against =
  | { kind: "previous" }
  | { kind: "last-year" }
  | { kind: "rest" }
  | { kind: "scope"; request: ScopeRequest };

/** What the address asks for; absent parts get their default. */
export type ScorecardRequest = {
  scope: ScopeRequest | null;
  period: Period | null;
  against: Against | null;
  by: DimensionName;
  show: string | null;
};

type Parameters = Record<string, string | string[] | undefined>;

/** The request an address stands for; null where a part of it means nothing, so that no other view is passed off as it. */
export function parseRequest(parameters: Parameters): ScorecardRequest | null {
  const text = (name: string) => {
    const value = parameters[name];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const [scopeText, periodText, againstText, by] = [text("scope"), text("period"), text("against"), text("by")];
  const scope = scopeText === null ? null : parseScope(scopeText);
  const period = periodText === null ? null : parsePeriod(periodText);
  const against = againstText === null ? null : parseAgainst(againstText);
  const dimension = dimensionNames.find((name) => name === (by ?? "unit"));
  if ((scopeText && !scope) || (periodText && !period) || (againstText && !against) || !dimension) return null;
  return { scope, period, against, by: dimension, show: text("show") };
}

function parseAgainst(text: string): Against | null {
  if (text === "previous" || text === "last-year" || text === "rest") return { kind: text };
  const request = parseScope(text);
  return request && { kind: "scope", request };
}
