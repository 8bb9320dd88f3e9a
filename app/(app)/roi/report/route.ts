import { buildRoiDocument } from "@/lib/reports/build-roi-document";
import { reportRoute } from "@/lib/reports/report-route";

/** The portfolio as a file. */
export const GET = reportRoute("roi.read", async (viewer) => {
  const report = await buildRoiDocument(viewer, null);
  return report && { report };
});
