import { notFound } from "next/navigation";
import { whoGoesWhen } from "@/lib/plans/wizard/who-goes-when";
import { attachment } from "@/lib/server/attachment";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";

/** The list of people with their arm and planned start, as a file that cohort.csv can be made of. */
export async function GET(_request: Request, { params }: RouteContext<"/initiatives/[initiativeId]/who-goes-when">) {
  const list = await whoGoesWhen(await viewerFor("plan.create"), idOr404((await params).initiativeId));
  if (!list) notFound();
  return new Response(list.body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachment(list.fileName),
      "cache-control": "no-store",
    },
  });
}
