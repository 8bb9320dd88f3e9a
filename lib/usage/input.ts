import { z } from "zod";
import { roleNames } from "@/db/schema/access";

/** A page was opened: the address without its query. */
export const openedInput = z.object({ path: z.string().max(300) });

/** Whose use is looked at: a role's, or everybody's. */
export const usageRole = z.enum(roleNames).nullable().catch(null);
