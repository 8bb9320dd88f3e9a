import { buildInitiativeReport } from "@/lib/reports/build-initiative-document";
import { reportRoute } from "@/lib/reports/report-route";
import { idOr404 } from "@/lib/server/id-or-404";

/** The initiative of a page as a file. */
export const GET = reportRoute(
  "initiative.read",
  async (viewer, _, { params }: RouteContext<"/initiatives/[initiativeId]/report">) => {
    const initiativeId = idOr404((await params).initiativeId);
    const built = await buildInitiativeReport(viewer, { initiativeId });
    return built && { ...built, subject: initiativeId };
  },
);
