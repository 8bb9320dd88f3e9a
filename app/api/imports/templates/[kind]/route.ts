import { notFound } from "next/navigation";
import { templates } from "@/lib/intake/templates";
import { viewerFor } from "@/lib/server/session";

/** An empty file of one kind: its header and an example row. */
export async function GET(_request: Request, { params }: RouteContext<"/api/imports/templates/[kind]">) {
  await viewerFor("data.read");
  const { kind } = await params;
  const template = templates.find((one) => one.kind === kind);
  if (!template) notFound();
  return new Response(template.text, {
    headers: {
      "content-type": kind === "study" ? "application/json" : "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${template.fileName}"`,
    },
  });
}
