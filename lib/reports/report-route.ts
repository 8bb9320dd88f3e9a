import "server-only";
import { notFound, unstable_rethrow } from "next/navigation";
import type { Permission } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { attachment } from "@/lib/server/attachment";
import { statusOf } from "@/lib/server/json-route";
import { toPublicError } from "@/lib/server/public-error";
import { viewerFor } from "@/lib/server/session";
import type { ReportDocument } from "./document";
import { exportReport } from "./export-report";
import { reportFormats } from "./formats";

type Built = { report: ReportDocument; money?: InitiativeMoney | null; subject?: string };

/**
 * A GET that saves the report of a page: for whoever may see the page, in the format the address names (`?format=pdf`, and `&table=` for one table as CSV).
 * For everybody else, and where there is nothing to report, it does not exist.
 */
export function reportRoute<Context>(
  permission: Permission,
  build: (viewer: Viewer, asked: URLSearchParams, context: Context) => Promise<Built | null>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    const viewer = await viewerFor(permission);
    const asked = new URL(request.url).searchParams;
    const format = reportFormats.find(({ id }) => id === asked.get("format"));
    if (!format)
      return new Response(`Choose a format: ${reportFormats.map(({ id }) => id).join(", ")}.`, { status: 400 });
    try {
      const built = await build(viewer, asked, context);
      const file = built && (await exportReport(viewer, { ...built, format, table: asked.get("table") }));
      if (!file) notFound();
      return new Response(typeof file.body === "string" ? file.body : new Uint8Array(file.body), {
        headers: {
          "content-type": file.type,
          "content-disposition": attachment(file.name),
          "cache-control": "no-store",
        },
      });
    } catch (error) {
      unstable_rethrow(error);
      const shown = toPublicError(error);
      return new Response(shown.message, { status: statusOf[shown.code], headers: { "content-type": "text/plain" } });
    }
  };
}
