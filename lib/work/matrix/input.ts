import { z } from "zod";

const level = z.int().min(1, "Choose a level from 1 to 5").max(5, "Choose a level from 1 to 5");

/** Where a task belongs, and where it stood when somebody looked: null where it was not placed. */
export const placeTaskInput = z.object({
  taskId: z.uuid(),
  frequency: level,
  impact: level,
  was: z.object({ frequency: level.nullable(), impact: level.nullable() }),
});
export type PlaceTask = z.output<typeof placeTaskInput>;
