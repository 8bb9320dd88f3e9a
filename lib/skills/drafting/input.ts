import { z } from "zod";

/** As long as a name may be that an import brought. */
const name = z.string().trim().min(1).max(1_000);

export const proposeInput = z.object({
  role: name,
  task: name.nullable(),
  skill: name,
  facet: z.string().max(20).nullable().default(null),
  /** Statements the skill has already. */
  existing: z.array(z.string().max(1_000)).max(50),
});
export const rewriteInput = z.object({
  role: name.nullable(),
  task: name.nullable(),
  skill: name,
  statement: z.string().trim().min(1).max(1_000),
});

export type Propose = z.input<typeof proposeInput>;
export type Rewrite = z.input<typeof rewriteInput>;
