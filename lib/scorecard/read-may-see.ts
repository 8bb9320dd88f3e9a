import "server-only";
import { defaultScope, readBounds, resolveScope } from "@/lib/access/scope";
import { query } from "@/lib/server/tenant-access";
import type { ScorecardRequest } from "./input";

/** Whether the groups a scorecard is asked for exist and are the viewer's to see: settled before a page starts to answer. */
export const readMaySee = query(
  "scorecard.read",
  async (tx, { scope, against }: ScorecardRequest, viewer): Promise<boolean> => {
    const bounds = await readBounds(tx, viewer);
    if (!bounds || !(await resolveScope(tx, bounds, scope ?? defaultScope(bounds)))) return false;
    return against?.kind !== "scope" || (await resolveScope(tx, bounds, against.request)) !== null;
  },
);
