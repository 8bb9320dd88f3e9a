import { buildScorecardDocument } from "@/lib/reports/build-scorecard-document";
import { reportRoute } from "@/lib/reports/report-route";
import { parseRequest } from "@/lib/scorecard/input";

/** The scorecard of an address as a file. */
export const GET = reportRoute("scorecard.read", async (viewer, asked) => {
  const parameters = Object.fromEntries([...asked].filter(([name]) => name !== "format" && name !== "table"));
  const request = parseRequest(parameters);
  if (!request) return null;
  const query = new URLSearchParams(parameters).toString();
  const report = await buildScorecardDocument(viewer, { request, href: `/scorecard${query && `?${query}`}` });
  return report && { report };
});
