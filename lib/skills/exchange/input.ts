import { z } from "zod";
import { entryId } from "@/lib/entry";

/** Where nodes come from: files that were sent, or a starter template. */
const sourceInput = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("upload"),
    uploadId: z.uuid(),
    /** The occupation of a release, where the files are one. */
    occupation: z.string().max(300).nullable(),
  }),
  z.object({ kind: z.literal("template"), key: z.string().max(60) }),
]);
export type Source = z.output<typeof sourceInput>;

const chosen = z.array(z.string().max(2_000)).min(1, "Choose something to take").max(50_000);

export const previewInput = z.object({ source: sourceInput, chosen, draftId: z.uuid().nullable() });
export type PreviewInput = z.output<typeof previewInput>;

export const takeInput = z.object({
  source: sourceInput,
  chosen,
  /** A draft there is, or the title of a new one. */
  draft: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("existing"), draftId: z.uuid() }),
    z.object({
      kind: z.literal("new"),
      entryId,
      title: z.string().trim().min(1, "Give the draft a title").max(120, "At most 120 characters"),
    }),
  ]),
});
export type TakeInput = z.output<typeof takeInput>;

export const exportInput = z.object({
  format: z.enum(["csv", "case"]).catch("csv"),
  /** None: the taxonomy in force. */
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .nullable()
    .catch(null),
});
