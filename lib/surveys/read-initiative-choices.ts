import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { initiatives } from "@/db/schema/initiatives";
import { query } from "@/lib/server/tenant-access";

/** Initiatives a survey can ask about. */
export const readInitiativeChoices = query("survey.edit", (tx, _: null, { orgId }) =>
  tx
    .select({ id: initiatives.id, title: initiatives.title })
    .from(initiatives)
    .where(and(eq(initiatives.orgId, orgId), isNull(initiatives.explores)))
    .orderBy(asc(initiatives.title)),
);
