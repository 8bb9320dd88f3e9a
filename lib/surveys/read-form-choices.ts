import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { initiatives } from "@/db/schema/initiatives";
import { businessUnits } from "@/db/schema/structure";
import { isIn, readUnitBounds } from "@/lib/access/unit-bounds";
import { query } from "@/lib/server/tenant-access";

/** What a survey can ask about, and whom: `everybody` where the viewer may ask the whole organisation. */
export type FormChoices = {
  initiatives: { id: string; title: string }[];
  units: { id: string; path: string }[];
  everybody: boolean;
};

export const readFormChoices = query("survey.edit", async (tx, _: null, viewer): Promise<FormChoices> => {
  const { orgId } = viewer;
  const { edits } = await readUnitBounds(tx, viewer, "survey.edit");
  const units = await tx
    .select({ id: businessUnits.id, path: businessUnits.path })
    .from(businessUnits)
    .where(eq(businessUnits.orgId, orgId))
    .orderBy(asc(businessUnits.path));
  return {
    initiatives: await tx
      .select({ id: initiatives.id, title: initiatives.title })
      .from(initiatives)
      .where(and(eq(initiatives.orgId, orgId), isNull(initiatives.explores)))
      .orderBy(asc(initiatives.title)),
    units: units.filter(({ id }) => isIn(edits, id)),
    everybody: edits === "all",
  };
});
