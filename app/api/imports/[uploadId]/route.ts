import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { readUpload } from "@/lib/intake/read-upload";
import { jsonRoute } from "@/lib/server/json-route";

export const GET = jsonRoute<RouteContext<"/api/imports/[uploadId]">>(async (viewer, _request, { params }) => {
  const id = z.uuid().safeParse((await params).uploadId);
  const upload = id.success ? await readUpload(viewer, id.data) : null;
  if (!upload) throw new DomainError("not-found", "This import does not exist");
  return upload;
});
