import "server-only";
import { asc } from "drizzle-orm";
import { initiatives } from "@/db/schema/initiatives";
import { query } from "@/lib/server/tenant-access";

/** Initiatives a file can be said to belong to. */
export const readInitiativeChoices = query("data.import", (tx, _input: null) =>
  tx.select({ code: initiatives.code, title: initiatives.title }).from(initiatives).orderBy(asc(initiatives.title)),
);
