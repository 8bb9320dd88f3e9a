import { z } from "zod";
import { type Condition, groupText, parseGroup } from "@/lib/access/group-rule";
import { parseScope, type ScopeRequest, scopeText } from "@/lib/access/scope-request";
import { type Period, parsePeriod, periodName } from "@/lib/metrics/period";

export const groupNames = ["a", "b", "c", "d"] as const;
export type GroupName = (typeof groupNames)[number];

/** The figure compared where none is named. */
export const defaultMetric = "error_rate";

/** What is compared: the level in the period, or the change since an earlier one of people seen in both. */
const looks = ["level", "previous", "last-year"] as const;
export type Look = (typeof looks)[number];

const tabs = ["groups", "flow", "works"] as const;
export type CompareTab = (typeof tabs)[number];

const toolKinds = ["activity", "format", "surface"] as const;
export type ToolKind = (typeof toolKinds)[number];

/** What the address asks for; absent parts get their default. */
export type CompareRequest = {
  tab: CompareTab;
  /** In the order they are named; the same one twice is said to be so, not refused. */
  groups: { name: GroupName; conditions: Condition[] }[];
  metric: string | null;
  period: Period | null;
  look: Look;
  /** Of the tabs on skills. */
  scope: ScopeRequest | null;
  by: ToolKind;
};

const parts = [...groupNames, "tab", "metric", "period", "look", "scope", "by"];
type Parameters = Record<string, string | string[] | undefined>;

/** The request an address stands for; null where a part of it means nothing, so that no other view is passed off as it. */
export function parseCompare(parameters: Parameters): CompareRequest | null {
  if (parts.some((name) => Array.isArray(parameters[name]))) return null;
  const text = (name: string) => {
    const value = parameters[name];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const tab = tabs.find((one) => one === (text("tab") ?? "groups"));
  const look = looks.find((one) => one === (text("look") ?? "level"));
  const by = toolKinds.find((one) => one === (text("by") ?? "activity"));
  const [periodNamed, scopeNamed] = [text("period"), text("scope")];
  const period = periodNamed === null ? null : parsePeriod(periodNamed);
  const scope = scopeNamed === null ? null : parseScope(scopeNamed);
  const groups = groupNames.flatMap((name) => {
    const written = text(name);
    return written === null ? [] : [{ name, conditions: parseGroup(written) }];
  });
  const known = groups.flatMap(({ name, conditions }) => (conditions ? [{ name, conditions }] : []));
  if (!tab || !look || !by || (periodNamed && !period) || (scopeNamed && !scope) || known.length < groups.length)
    return null;
  return { tab, groups: known, metric: text("metric"), period, look, scope, by };
}

/** The address of a request; `change` takes the place of some of its parts. */
export function compareHref(request: CompareRequest, change: Partial<CompareRequest> = {}): string {
  const { tab, groups, metric, period, look, scope, by } = { ...request, ...change };
  const written = new URLSearchParams();
  if (tab !== "groups") written.set("tab", tab);
  for (const { name, conditions } of groups) written.set(name, groupText(conditions));
  if (metric) written.set("metric", metric);
  if (period) written.set("period", periodName(period));
  if (look !== "level") written.set("look", look);
  if (scope) written.set("scope", scopeText(scope));
  if (by !== "activity") written.set("by", by);
  const query = written.toString();
  return query ? `/compare?${query}` : "/compare";
}

const name = z.string().trim().min(1, "Give it a name").max(120, "At most 120 characters");

export const keepCohortInput = z.object({
  name,
  /** As the address writes a group. */
  group: z.string().min(1, "Choose the people first").max(2000),
  /** The period its rule is read in. */
  period: z.string().max(20),
  look: z.enum(looks),
  freeze: z.boolean(),
});
export type KeepCohort = z.input<typeof keepCohortInput>;

export const keepListInput = z.object({
  name,
  /** Employee ids: one a line, or a CSV file whose first column they are. */
  list: z
    .string()
    .min(1, "Paste employee ids, one a line")
    .max(2_000_000, "At most 2 MB")
    .refine((text) => !text.includes("\0"), "This is not plain text. Save it as CSV (UTF-8) first"),
  /** Keeps those that are known although others are not. */
  withoutUnknown: z.boolean(),
});
export type KeepList = z.input<typeof keepListInput>;

export const renameCohortInput = z.object({ id: z.uuid(), name });
export const freezeCohortInput = z.object({ id: z.uuid(), period: z.string().max(20) });
export const deleteCohortInput = z.object({ id: z.uuid() });
