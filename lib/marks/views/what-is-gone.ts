import "server-only";
import type { Tx } from "@/db/client";
import { readBounds, resolveScope } from "@/lib/access/scope";
import type { ScopeRequest } from "@/lib/access/scope-request";
import type { Viewer } from "@/lib/access/viewer";
import { parseCompare } from "@/lib/compare/input";
import { namesKnown } from "@/lib/compare/read-exists";
import { parseRequest } from "@/lib/scorecard/input";
import type { ViewPath } from "./view-pages";

/** What of a view is not there, or not the viewer's to see, which look the same. */
export type Gone = ScopeRequest["kind"] | "part";

/** Null where the address of a view still shows something to the viewer, as its page decides it; else what is gone. */
export async function whatIsGone(
  tx: Tx,
  viewer: Viewer,
  { path, query }: { path: ViewPath; query: string },
): Promise<Gone | null> {
  const asked = Object.fromEntries(new URLSearchParams(query));
  if (path === "/roi") return null;
  if (path === "/compare") {
    const request = parseCompare(asked);
    return request && (await namesKnown(tx, viewer, request)) ? null : "part";
  }
  const request = parseRequest(asked);
  if (!request) return "part";
  const bounds = await readBounds(tx, viewer);
  const groups = [request.scope, request.against?.kind === "scope" ? request.against.request : null];
  for (const group of groups) {
    if (group && !(bounds && (await resolveScope(tx, bounds, group)))) return group.kind;
  }
  return null;
}
