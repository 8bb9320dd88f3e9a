import { notFound } from "next/navigation";
import { rejectedCsv } from "@/lib/intake/rejected-csv";
import { attachment } from "@/lib/server/attachment";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";

/** A download, opened as a page is: a stranger is sent to sign in, and what may not be seen does not exist. */
export async function GET(_request: Request, { params }: RouteContext<"/api/imports/batches/[batchId]/rejected">) {
  const csv = await rejectedCsv(await viewerFor("data.read"), idOr404((await params).batchId));
  if (!csv) notFound();
  return new Response(csv.body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachment(csv.fileName),
      "cache-control": "no-store",
    },
  });
}
