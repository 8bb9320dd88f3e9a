import { z } from "zod";

const finite = z.number("Write a number").min(-1_000_000).max(1_000_000);

const points = z
  .array(
    z.object({
      value: finite,
      level: z.number("Write a level").min(1, "Levels go from 1 to 5").max(5, "Levels go from 1 to 5"),
    }),
  )
  .min(2, "A mapping needs at least two points")
  .max(20, "At most 20 points");

/** A scale with its mapping: ascending in value, never descending in level, from end to end. */
export const scaleInput = z
  .object({
    name: z.string().trim().min(1, "Give the scale a name").max(60, "At most 60 characters"),
    kind: z.enum(["points", "percentile"]),
    lowest: finite,
    highest: finite,
    points,
    /** The version that was changed, as the page showed it; 0 for a new scale. */
    basedOn: z.int().min(0),
  })
  .superRefine(({ kind, lowest, highest, points: list }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (highest <= lowest) fault("highest", "The highest value must be above the lowest");
    if (kind === "percentile" && (lowest < 0 || highest > 100)) fault("highest", "Percentiles go from 0 to 100");
    const [first, last] = [list[0], list.at(-1)];
    if (first?.value !== lowest) fault("points", "The first point must stand at the lowest value");
    else if (last?.value !== highest) fault("points", "The last point must stand at the highest value");
    for (const [at, point] of list.entries()) {
      const before = list[at - 1];
      if (before && point.value <= before.value)
        return fault("points", `Point ${at + 1} must have a higher value than point ${at}`);
      if (before && point.level < before.level)
        return fault("points", `Point ${at + 1} must not have a lower level than point ${at}`);
    }
  });

export type ScaleInput = z.input<typeof scaleInput>;
