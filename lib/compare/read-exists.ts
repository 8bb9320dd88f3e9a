import "server-only";
import type { Tx } from "@/db/client";
import { readBounds, resolveScope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { formatsFor } from "@/lib/format/formats";
import { findMetric } from "@/lib/metrics/find-metric";
import { query } from "@/lib/server/tenant-access";
import { type CompareRequest, defaultMetric } from "./input";
import { resolveGroups } from "./resolve-groups";
import { scopeConditions } from "./skill-window";

const anyTime = { start: "2000-01-01", end: "2000-02-01" };

/** Whether every group, scope and figure an address names exists and is the viewer's, before anything is computed of them. */
export const readExists = query(
  "compare.read",
  (tx, request: CompareRequest, viewer): Promise<boolean> => namesKnown(tx, viewer, request),
);

/** As `readExists`, for what is asked in a transaction of its own. */
export async function namesKnown(tx: Tx, viewer: Viewer, request: CompareRequest): Promise<boolean> {
  const bounds = await readBounds(tx, viewer);
  if (!bounds) return true;
  if (request.tab !== "groups") {
    if (scopeConditions(request.scope) === null) return false;
    return request.scope === null || (await resolveScope(tx, bounds, request.scope)) !== null;
  }
  const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
  const groups = await resolveGroups(tx, { viewer, bounds, groups: request.groups, window: anyTime, formats });
  return groups !== null && (await findMetric(tx, viewer.orgId, request.metric ?? defaultMetric)) !== null;
}
