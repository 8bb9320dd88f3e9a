import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { Viewer } from "@/lib/access/viewer";
import { requireViewer } from "@/lib/server/session";
import { attachment } from "./attachment";
import { statusOf } from "./json-route";
import { toPublicError } from "./public-error";

type File = { name: string; type: string; body: string | ReadableStream<Uint8Array> };

/** A GET that saves a file: a known viewer, failures as one sentence with the matching status. */
export function fileRoute(make: (viewer: Viewer, request: Request) => Promise<File>) {
  return async (request: Request): Promise<Response> => {
    try {
      const { name, type, body } = await make(await requireViewer(), request);
      return new Response(body, {
        headers: { "content-type": type, "content-disposition": attachment(name), "cache-control": "no-store" },
      });
    } catch (error) {
      unstable_rethrow(error);
      const shown = toPublicError(error);
      return new Response(shown.message, { status: statusOf[shown.code], headers: { "content-type": "text/plain" } });
    }
  };
}
