import { z } from "zod";

/** A draft to be saved: the address of the wizard as it stands. `id` is made by the page once, so that sending twice saves once. */
export const createDraftInput = z.object({
  id: z.uuid(),
  title: z.string().trim().min(3, "Give it a name people will recognise").max(200, "At most 200 characters"),
  given: z.record(z.string().max(40), z.union([z.string().max(1_000), z.array(z.string().max(1_000)).max(200)])),
});
export type CreateDraft = z.output<typeof createDraftInput>;
