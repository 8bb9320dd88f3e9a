import { z } from "zod";

/** What an id that is none of a form's says. */
export const openAgain = "Open the form again";

/** The id of what a form adds: made where the form is and kept over failed tries, so that what is sent twice counts once. The row has it as its own. */
export const entryId = z.uuid(openAgain);

/** What a form adds, as somebody gives it who is no form and may leave the id to the server. */
export type Entry<Input extends { entryId: string }> = Input extends unknown
  ? Omit<Input, "entryId"> & { entryId?: string | undefined }
  : never;
