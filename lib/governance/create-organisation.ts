import "server-only";
import { randomUUID } from "node:crypto";
import { organisations } from "@/db/schema/organisations";
import { DomainError } from "@/lib/errors";
import { inTenant } from "@/lib/server/tenant-access";

export type NewOrganisation = {
  slug: string;
  name: string;
  locale?: string;
  currency?: string;
  notices?: string[];
  /** Groups smaller than this are withheld; 3 at least. */
  minimumGroupSize?: number;
};

/** For scripts and tests: nobody can be signed in to an organisation that does not exist yet. Throws `conflict` on a taken slug. */
export async function createOrganisation(organisation: NewOrganisation): Promise<{ orgId: string }> {
  const orgId = randomUUID();
  const created = await inTenant(orgId, (tx) =>
    tx
      .insert(organisations)
      .values({ id: orgId, ...organisation })
      .onConflictDoNothing()
      .returning({ id: organisations.id }),
  );
  if (created.length === 0) {
    throw new DomainError("conflict", "An organisation with this short name exists", { slug: ["Choose another one"] });
  }
  return { orgId };
}
