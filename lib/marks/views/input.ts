import { z } from "zod";
import { viewPaths } from "./view-pages";

const path = z.enum(viewPaths, "This page has no views to save");
const name = z.string().trim().min(1, "Give it a name").max(80, "At most 80 characters");

/** Somebody keeps at most so many. */
export const mostViews = 60;

export const saveViewInput = z.object({
  name,
  path,
  /** As in the address, with or without its question mark. */
  query: z.string().max(2_000, "This address is too long to save"),
  isShared: z.boolean(),
});
export type SaveView = z.output<typeof saveViewInput>;

/** Only what is given changes. */
export const changeViewInput = z.object({
  id: z.uuid(),
  name: name.optional(),
  isShared: z.boolean().optional(),
  isFirst: z.boolean().optional(),
});
export type ChangeView = z.output<typeof changeViewInput>;

export const removeViewInput = z.object({ id: z.uuid() });
export type RemoveView = z.output<typeof removeViewInput>;

/** `mostShared`: how many of those that others share, their first ones by name. */
export const listViewsInput = z.object({ path, mostShared: z.int().min(1).max(2_000) });
