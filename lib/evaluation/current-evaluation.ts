import type { Viewer } from "@/lib/access/viewer";
import { readDataVersion } from "@/lib/intake/data-version";
import { query } from "@/lib/server/tenant-access";
import { evaluateAndKeep, readKept, type StoredEvaluation } from "./evaluate-command";
import { readPlan } from "./plan";

const readCurrent = query("initiative.read", async (tx, initiativeId: string) => {
  const plan = await readPlan(tx, initiativeId);
  if (!plan) return "unknown" as const;
  return readKept(tx, { plan, dataVersion: await readDataVersion(tx) });
});

/** The evaluation of the plan and data as they are now, made and kept if nobody has asked before. Null for an unknown id. */
export async function currentEvaluation(viewer: Viewer, initiativeId: string): Promise<StoredEvaluation | null> {
  const kept = await readCurrent(viewer, initiativeId);
  if (kept === "unknown") return null;
  return kept ?? (await evaluateAndKeep(viewer, initiativeId));
}
