import { z } from "zod";

/** An id of the dictionary, or `kpi:` and the id of an imported KPI. */
export const metricId = z
  .string()
  .regex(/^(?:(?:team-)?kpi:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z_]{1,60})$/, "Choose a figure");

export const setTargetInput = z.object({
  metric: metricId,
  /** As stored: shares are 0 to 1. Null takes the target away. */
  target: z.number("Write a number, such as 80 or 2.5").nullable(),
  /** The target as it was read, null where there was none: it is changed only if it still stands so. */
  basedOn: z.number().nullable(),
});
export type SetTarget = z.output<typeof setTargetInput>;
