import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { requireSameOrigin } from "@/lib/intake/jobs/require-same-origin";
import { jsonRoute } from "@/lib/server/json-route";
import { parseOrThrow } from "@/lib/server/public-error";
import { receiveTaxonomyFile } from "@/lib/skills/exchange/receive-file";

const address = z.object({ upload: z.uuid().nullable(), name: z.string().min(1).max(2_000) });

/** One file of a framework per request, its bytes as the body. The first begins an upload, the others name it with `?upload=`. */
export const POST = jsonRoute(async (viewer, request) => {
  requireSameOrigin(request);
  const { searchParams } = new URL(request.url);
  const { upload, name } = parseOrThrow(address, {
    upload: searchParams.get("upload"),
    name: searchParams.get("name"),
  });
  const body = request.body as ReadableStream<Uint8Array> | null;
  return receiveTaxonomyFile(viewer, { uploadId: upload, name, body });
});
