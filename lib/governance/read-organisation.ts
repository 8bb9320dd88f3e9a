import "server-only";
import { cache } from "react";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";

export type Organisation = {
  id: string;
  slug: string;
  name: string;
  locale: string;
  currency: string;
  minimumGroupSize: number;
  notices: string[];
  revisedAt: Date;
};

/** The viewer's own organisation: name, language, currency and notices, which everybody in it may know. */
export const readOrganisation = (viewer: Viewer): Promise<Organisation> => byId(viewer.orgId);

const byId = cache(async (orgId: string): Promise<Organisation> => {
  const [organisation] = await inTenant(orgId, (tx) =>
    tx
      .select({
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        locale: organisations.locale,
        currency: organisations.currency,
        minimumGroupSize: organisations.minimumGroupSize,
        notices: organisations.notices,
        revisedAt: organisations.revisedAt,
      })
      .from(organisations),
  );
  if (!organisation) throw new Error(`The organisation ${orgId} is gone`);
  return organisation;
});
