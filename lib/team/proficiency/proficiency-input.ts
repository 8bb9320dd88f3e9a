import { z } from "zod";

const share = (what: string) => z.number(what).min(0, "At least 0%").max(1, "At most 100%");

/** A role's own definition of time to proficiency; null goes back to the usual one. */
export const setProficiencyInput = z.object({
  roleId: z.uuid(),
  rule: z
    .object({
      start: z.enum(["hire", "role_start"]),
      days: z.int("Write a whole number of days").min(30, "At least 30 days").max(730, "At most 730 days"),
      jobs: z.int("Write a whole number of jobs").min(1, "At least one job").max(1000, "At most 1,000 jobs"),
      rightFirstTime: share("Write a share such as 80"),
      assisted: share("Write a share such as 20"),
    })
    .nullable(),
});
export type SetProficiency = z.input<typeof setProficiencyInput>;
