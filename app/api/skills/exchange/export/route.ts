import { fileRoute } from "@/lib/server/file-route";
import { exportTaxonomy } from "@/lib/skills/exchange/export-taxonomy";
import { exportInput } from "@/lib/skills/exchange/input";

/** The taxonomy in force, or of `?version=`, as `?format=csv` or `case`. */
export const GET = fileRoute((viewer, request) => {
  const { searchParams } = new URL(request.url);
  const asked = { format: searchParams.get("format"), version: searchParams.get("version") };
  return exportTaxonomy(viewer, exportInput.parse(asked));
});
