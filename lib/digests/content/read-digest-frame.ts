import { sql } from "drizzle-orm";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { query } from "@/lib/server/tenant-access";

export type DigestFrame = {
  organisation: string;
  locale: string;
  currency: string;
  asOf: string | null;
  dataVersion: string;
};

/** What every section of a digest stands in: whose it is, how numbers are written, and which data they rest on. */
export const readDigestFrame = query("digest.edit", async (tx, _: null, { orgId }): Promise<DigestFrame> => {
  const { rows } = await tx.execute<{ name: string }>(sql`select name from organisations where id = ${orgId}`);
  const { locale, currency, asOf, dataVersion } = await readFreshness(tx, orgId);
  return { organisation: rows[0]?.name ?? "", locale, currency, asOf: asOf || null, dataVersion };
});
