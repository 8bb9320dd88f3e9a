import { buildInitiativeDocument } from "@/lib/reports/build-initiative-document";
import { reportRoute } from "@/lib/reports/report-route";
import { readMoney } from "@/lib/roi/results/read-money";
import { idOr404 } from "@/lib/server/id-or-404";

/** The initiative of a page as a file. */
export const GET = reportRoute(
  "initiative.read",
  async (viewer, _, { params }: RouteContext<"/initiatives/[initiativeId]/report">) => {
    const initiativeId = idOr404((await params).initiativeId);
    const report = await buildInitiativeDocument(viewer, { initiativeId });
    if (!report) return null;
    // Where nothing may be said of the result, nothing is computed of it either.
    const money = report.signatures ? await readMoney(viewer, initiativeId) : null;
    return { report, money, subject: initiativeId };
  },
);
