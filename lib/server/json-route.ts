import "server-only";
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

/** A GET the browser polls: a known viewer, JSON out, failures as a public error with the matching status. */
export function jsonRoute<Context>(answer: (viewer: Viewer, request: Request, context: Context) => Promise<unknown>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const data = await answer(await requireViewer(), request, context);
      return Response.json(data, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      unstable_rethrow(error);
      const shown = toPublicError(error);
      return Response.json({ error: shown }, { status: statusOf[shown.code] });
    }
  };
}
