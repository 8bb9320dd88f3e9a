import "server-only";
import { z } from "zod";
import { authorise } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { buildInitiativeDocument } from "@/lib/reports/build-initiative-document";
import { buildRoiDocument } from "@/lib/reports/build-roi-document";
import { buildScorecardDocument } from "@/lib/reports/build-scorecard-document";
import type { ReportDocument } from "@/lib/reports/document";
import { parseRequest } from "@/lib/scorecard/input";
import type { ShareInput } from "./input";
import { type MadeLink, makeLink } from "./make-link";

type Params = ShareInput["params"];

const builders: Record<ShareInput["kind"], (viewer: Viewer, params: Params) => Promise<ReportDocument | null>> = {
  roi: (viewer) => buildRoiDocument(viewer, null),
  initiative: async (viewer, { initiativeId }) => {
    const id = z.uuid().safeParse(initiativeId);
    return id.success ? buildInitiativeDocument(viewer, { initiativeId: id.data }) : null;
  },
  scorecard: async (viewer, params) => {
    const request = parseRequest(params);
    const href = `/scorecard?${new URLSearchParams(params)}`;
    return request && buildScorecardDocument(viewer, { request, href });
  },
};

/**
 * Builds a report as the viewer sees it and makes a link to it, as it is now. What is shown is never taken from the browser.
 * @throws DomainError `forbidden`, or `not-found` where the viewer has no such report
 */
export async function shareReport(
  viewer: Viewer,
  { entryId, kind, params, label, days }: ShareInput,
): Promise<MadeLink> {
  authorise(viewer.roles, "report.share");
  const document = await builders[kind](viewer, params);
  if (!document) throw new DomainError("not-found", "There is no report of this to share yet. Nothing was shared");
  return makeLink(viewer, { entryId, label, days, document });
}
