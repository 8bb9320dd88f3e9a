import { z } from "zod";
import type { DecisionState } from "./decision";
import { kinds } from "./kinds";

export const logOrders = ["latest", "earliest", "review", "title"] as const;
export type LogOrder = (typeof logOrders)[number];

export const logStates = [
  "overdue",
  "due",
  "planned",
  "reviewed",
  "unplanned",
  "withdrawn",
] as const satisfies readonly DecisionState[];

/** What the log is asked for, as it stands in the address. Anything that makes no sense is left out. */
export const logFilter = z.object({
  /** In the line, the reason, the initiative or who decided. */
  find: z.string().trim().min(1).max(200).optional().catch(undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  state: z.enum(logStates).optional().catch(undefined),
  order: z.enum(logOrders).catch("latest"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type LogFilter = z.output<typeof logFilter>;

/** The same as an address writes it: what is as usual is left out. */
export function logSearch({ order, page, ...rest }: LogFilter): string {
  const asked = { ...rest, ...(order !== "latest" && { order }), ...(page > 1 && { page: String(page) }) };
  return new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
}
