import { z } from "zod";
import { addMonths, parsePeriod } from "@/lib/metrics/period";

/** Months from the first day of `start` up to and not including `end`. */
export type Span = { start: string; end: string };

const tenureBands = ["0-1", "1-3", "3-5", "5-10", "10-"] as const;
type TenureBand = (typeof tenureBands)[number];

/** What learning somebody was exposed to: any at all, or that of an activity, a way of delivery, a format, a tool (surface). */
const exposureKinds = ["any", "activity", "delivery", "format", "surface"] as const;
export type Exposure = { by: (typeof exposureKinds)[number]; what: string };

/** One thing all people of a group have in common. */
export type Condition =
  | { kind: "all" }
  | { kind: "unit" | "site" | "role" | "team" | "cohort"; id: string }
  | { kind: "tenure"; band: TenureBand }
  | { kind: "hired"; quarter: string }
  | { kind: "arm"; id: string; arm: string }
  /** `window` is a period ("2026-Q1"), months ("2026-01..2026-06") or "ever"; null is the time the page looks at. */
  | { kind: "exposed" | "unexposed"; exposure: Exposure; window: string | null };

const uuid = z.uuid();
const isId = (text: string) => uuid.safeParse(text).success;
const encoded = (text: string) => encodeURIComponent(text).replaceAll("~", "%7E").replaceAll("@", "%40");

/** Conditions of one group. */
export const mostOfGroup = 6;

/** The conditions of a group as its address writes them, joined by "~": all of them hold. Null where the text names none. */
export function parseGroup(text: string): Condition[] | null {
  const found = text.split("~").map(parseCondition);
  const conditions = found.filter((one) => one !== null);
  return conditions.length === found.length && found.length <= mostOfGroup ? conditions : null;
}

export function groupText(conditions: readonly Condition[]): string {
  return [...new Set(conditions.map(conditionText))].join("~");
}

export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "all":
      return "all";
    case "tenure":
      return `tenure:${condition.band}`;
    case "hired":
      return `hired:${condition.quarter}`;
    case "arm":
      return `arm:${condition.id}:${encoded(condition.arm)}`;
    case "exposed":
    case "unexposed": {
      const { exposure, window } = condition;
      const what = exposure.by === "any" ? "any" : `${exposure.by}:${encoded(exposure.what)}`;
      return `${condition.kind}:${what}${window ? `@${window}` : ""}`;
    }
    default:
      return `${condition.kind}:${condition.id}`;
  }
}

function parseCondition(text: string): Condition | null {
  const [kind = "", ...rest] = text.split(":");
  const value = rest.join(":");
  if (text === "all") return { kind: "all" };
  if (kind === "unit" || kind === "site" || kind === "role" || kind === "team" || kind === "cohort")
    return isId(value) ? { kind, id: value } : null;
  if (kind === "tenure") {
    const band = tenureBands.find((one) => one === value);
    return band ? { kind, band } : null;
  }
  if (kind === "hired") return parsePeriod(value)?.grain === "quarter" ? { kind, quarter: value } : null;
  if (kind === "arm") {
    const [id = "", ...arm] = rest;
    const name = decoded(arm.join(":"));
    return isId(id) && name ? { kind, id, arm: name } : null;
  }
  return kind === "exposed" || kind === "unexposed" ? parseExposure(kind, value) : null;
}

function parseExposure(kind: "exposed" | "unexposed", text: string): Condition | null {
  const [named = "", window = null] = text.split("@");
  if (window !== null && window !== "ever" && !spanOf(window)) return null;
  const [by = "", ...rest] = named.split(":");
  const what = decoded(rest.join(":"));
  const known = exposureKinds.find((one) => one === by);
  if (!known || what === null || (known === "any") !== (what === "")) return null;
  if (known === "activity" && !isId(what)) return null;
  if (known === "delivery" && what !== "in_flow" && what !== "destination") return null;
  return { kind, exposure: { by: known, what }, window };
}

/** The months a window names: a period or "first..last". Null where it names none. */
export function spanOf(window: string): Span | null {
  const [first = "", last] = window.split("..");
  const from = parsePeriod(first);
  if (!from) return null;
  if (last === undefined) return { start: from.start, end: from.end };
  const until = parsePeriod(last);
  return from.grain === "month" && until?.grain === "month" && from.start <= until.start
    ? { start: from.start, end: until.end }
    : null;
}

/** As `spanOf` reads it. */
export function windowText({ start, end }: Span): string {
  return `${start.slice(0, 7)}..${addMonths(end, -1).slice(0, 7)}`;
}

function decoded(text: string): string | null {
  try {
    const found = decodeURIComponent(text);
    // No text of the database holds a NUL.
    return found.includes("\0") ? null : found;
  } catch {
    return null;
  }
}

/**
 * People by free rules, as a guard against subtraction notes them: those for whom every condition of `of` holds and of no list of `not`
 * all do, by where they stood in the months of `at`. The conditions name their windows.
 */
export type RuledGroup = { of: readonly string[]; not: readonly (readonly string[])[]; at: Span };

export const ruledText = (group: RuledGroup): string => JSON.stringify({ ruled: group });

const ruledShape = z.object({
  ruled: z.object({
    of: z.array(z.string()),
    not: z.array(z.array(z.string())),
    at: z.object({ start: z.string(), end: z.string() }),
  }),
});

export function parseRuled(text: string): RuledGroup | null {
  if (!text.startsWith("{")) return null;
  return ruledShape.parse(JSON.parse(text)).ruled;
}
