import { z } from "zod";
import { signalDefinition } from "./definition";

const name = z.string().trim().min(3, "Give it a name people will recognise").max(120);
const why = z.string().trim().min(5, "Say why, in a few words: others will read it").max(500);

/** `id` null makes a new draft. */
export const saveSignalInput = z.object({
  id: z.uuid().nullable(),
  name,
  behaviourId: z.uuid("Choose a behaviour"),
  definition: signalDefinition,
  why,
});
export type SaveSignal = z.output<typeof saveSignalInput>;

/** Of an active rule: the next version. `basedOn` is the version that was shown. */
export const changeSignalInput = z.object({ id: z.uuid(), basedOn: z.int().min(1), definition: signalDefinition, why });
export type ChangeSignal = z.output<typeof changeSignalInput>;

export const signalIdInput = z.object({ id: z.uuid() });
export type SignalId = z.output<typeof signalIdInput>;

export const previewSignalInput = z.object({ behaviourId: z.uuid("Choose a behaviour"), definition: signalDefinition });
export type PreviewSignal = z.output<typeof previewSignalInput>;
