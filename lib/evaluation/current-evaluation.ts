import type { Viewer } from "@/lib/access/viewer";
import { readDataVersion } from "@/lib/intake/data-version";
import { query } from "@/lib/server/tenant-access";
import { evaluateAndKeep, planAsked, readKept, type StoredEvaluation } from "./evaluate-command";

type Asked = { initiativeId: string; asRegistered: boolean };

const readCurrent = query("initiative.read", async (tx, asked: Asked) => {
  const plan = await planAsked(tx, asked);
  if (!plan) return "unknown" as const;
  return readKept(tx, { plan, dataVersion: await readDataVersion(tx) });
});

/** The evaluation of the plan and data as they are now, made and kept if nobody has asked before. Null for an unknown id. */
export const currentEvaluation = (viewer: Viewer, initiativeId: string) =>
  evaluationOf(viewer, { initiativeId, asRegistered: false });

/** The same by the plan as it was before its first amendment; null where it was never amended. */
export const registeredEvaluation = (viewer: Viewer, initiativeId: string) =>
  evaluationOf(viewer, { initiativeId, asRegistered: true });

async function evaluationOf(viewer: Viewer, asked: Asked): Promise<StoredEvaluation | null> {
  const kept = await readCurrent(viewer, asked);
  if (kept === "unknown") return null;
  return kept ?? (await evaluateAndKeep(viewer, asked));
}
