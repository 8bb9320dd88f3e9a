import { parseScope, type ScopeRequest } from "@/lib/access/scope-request";
import { type Period, parsePeriod } from "@/lib/metrics/period";

/** `unit`: the units one level below; `each-unit`: every unit by itself. */
const dimensionNames = ["unit", "each-unit", "role", "site", "cohort", "engagement", "support"] as const;
export type DimensionName = (typeof dimensionNames)[number];

/** Which groups of a table come first: the ones to look at, the best, those that changed most, or by name. */
const orderNames = ["worst", "best", "moved", "name"] as const;
export type OrderName = (typeof orderNames)[number];

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
  /** Worst first where absent. */
  order?: OrderName;
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
  const order = orderNames.find((name) => name === (text("order") ?? "worst"));
  const dimension = dimensionNames.find((name) => name === (by ?? "unit"));
  if ((scopeText && !scope) || (periodText && !period) || (againstText && !against) || !dimension || !order)
    return null;
  return { scope, period, against, by: dimension, show: text("show"), order };
}

function parseAgainst(text: string): Against | null {
  if (text === "previous" || text === "last-year" || text === "rest") return { kind: text };
  const request = parseScope(text);
  return request && { kind: "scope", request };
}
