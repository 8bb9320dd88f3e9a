import type { TaxonomySource } from "@/db/schema/taxonomy";

/** What the licence of O*NET wants said wherever its data are shown, in its own words. @param release such as "30.1" */
export const onetAttribution = (release: string | null) =>
  `This product includes information from the O*NET ${release ? `${release} ` : ""}Database by the U.S. Department of Labor, Employment and Training ` +
  "Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Throughline has modified all or " +
  "some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.";

/** @param code as O*NET names it: a SOC code, a task ID, an element ID */
export const onetSource = (release: string | null, code: string): TaxonomySource => ({
  scheme: "onet",
  code: code.slice(0, 300),
  ...(release ? { release } : {}),
  licence: "CC BY 4.0",
  attribution: onetAttribution(release),
});
