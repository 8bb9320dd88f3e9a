import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { jsonRoute } from "@/lib/server/json-route";
import { parseOrThrow } from "@/lib/server/public-error";
import { requireSameOrigin } from "./require-same-origin";

export type IncomingFile = {
  /** Null begins a new upload. */
  uploadId: string | null;
  name: string;
  body: ReadableStream<Uint8Array> | null;
};

const address = z.object({ upload: z.uuid().nullable(), name: z.string().min(1).max(2_000) });

/**
 * A POST of one file, its bytes as the body, named with `?name=`, from a page of this app alone. The first begins an upload, the others name
 * it with `?upload=`.
 */
export const fileRoute = (receive: (viewer: Viewer, file: IncomingFile) => Promise<{ uploadId: string }>) =>
  jsonRoute((viewer, request) => {
    requireSameOrigin(request);
    const { searchParams } = new URL(request.url);
    const { upload, name } = parseOrThrow(address, {
      upload: searchParams.get("upload"),
      name: searchParams.get("name"),
    });
    return receive(viewer, { uploadId: upload, name, body: request.body as ReadableStream<Uint8Array> | null });
  });
