import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type Formats, formatsFor } from "@/lib/format/formats";
import { readOrganisation } from "@/lib/governance/read-organisation";
import type { ReportDocument } from "./document";

/** What every report of an organisation says of it, and how it writes numbers. */
export async function readBase(viewer: Viewer): Promise<{
  base: Pick<ReportDocument, "organisation" | "locale" | "currency" | "notices">;
  formats: Formats;
  minimum: number;
}> {
  const { name, locale, currency, notices, minimumGroupSize } = await readOrganisation(viewer);
  return {
    base: { organisation: name, locale, currency, notices },
    formats: formatsFor({ locale, currency }),
    minimum: minimumGroupSize,
  };
}
