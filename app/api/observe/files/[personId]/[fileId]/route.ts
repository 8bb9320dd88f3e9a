import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { readEvidenceFile } from "@/lib/observe/files/read-evidence-file";
import { attachment } from "@/lib/server/attachment";
import { statusOf } from "@/lib/server/json-route";
import { toPublicError } from "@/lib/server/public-error";
import { requireViewer } from "@/lib/server/session";

const address = z.object({ personId: z.uuid(), fileId: z.uuid() });

/** A picture or document that belongs to somebody's evidence, for whoever may see that. Every other look leaves a row in the audit log. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/observe/files/[personId]/[fileId]">,
): Promise<Response> {
  try {
    const viewer = await requireViewer();
    const parsed = address.safeParse(await params);
    const file = parsed.success ? await readEvidenceFile(viewer, parsed.data) : null;
    if (!file) throw new DomainError("not-found", "This file does not exist");
    const isPicture = file.mediaType.startsWith("image/");
    return new Response(new Uint8Array(file.content), {
      headers: {
        "content-type": file.mediaType,
        "content-disposition": isPicture ? "inline" : attachment(file.name),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  } catch (error) {
    const shown = toPublicError(error);
    return new Response(shown.message, { status: statusOf[shown.code], headers: { "content-type": "text/plain" } });
  }
}
