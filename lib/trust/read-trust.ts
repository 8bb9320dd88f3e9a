import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { readStamp } from "@/lib/scorecard/read-stamp";
import { leaveTrace, query } from "@/lib/server/tenant-access";
import { computeTrust } from "./compute-trust";
import type { Trust } from "./trust";

const kept = keepRecent<Trust>(20);

/** As `computeTrust`, kept in this process while facts stay. Each look at raters by name leaves an audit row. */
export async function readTrust(viewer: Viewer, months: number): Promise<Trust | null> {
  const { orgId, userId, roles, units } = viewer;
  const key = JSON.stringify([orgId, userId, roles, units, await readStamp(viewer, null), months]);
  const found = kept.get(key) ?? (await computeTrust(viewer, { months }));
  if (!found) return null;
  if (found.kind === "shown" && found.raters && found.raters.length > 0)
    await noteLook(viewer, { raters: found.raters.length, from: found.window.start, to: found.window.end });
  return kept.keep(key, found);
}

const noteLook = query("evidence.trust", (tx, detail: Record<string, unknown>, viewer) =>
  leaveTrace(tx, viewer, "evidence.trust", { detail }),
);
