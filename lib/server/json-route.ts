import "server-only";
import { createHash } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { Viewer } from "@/lib/access/viewer";
import { requireViewer } from "@/lib/server/session";
import { toPublicError } from "./public-error";

export const statusOf = {
  "invalid-input": 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  unexpected: 500,
};

/**
 * A GET the browser polls: a known viewer, JSON out, failures as a public error with the matching status. With `revalidated` the browser
 * keeps the answer and asks whether it is still the same, which spares sending a large one again.
 */
export function jsonRoute<Context>(
  answer: (viewer: Viewer, request: Request, context: Context) => Promise<unknown>,
  { revalidated = false }: { revalidated?: boolean } = {},
) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const data = await answer(await requireViewer(), request, context);
      if (revalidated) return tagged(request, JSON.stringify(data));
      return Response.json(data, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      unstable_rethrow(error);
      const shown = toPublicError(error);
      return Response.json({ error: shown }, { status: statusOf[shown.code] });
    }
  };
}

function tagged(request: Request, body: string): Response {
  const etag = `W/"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { "cache-control": "private, no-cache", etag };
  const known = request.headers.get("if-none-match")?.split(/,\s*/) ?? [];
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": "application/json" } });
}
