import { closePool } from "@/db/client";
import { evaluateFolder, type FolderEvaluation } from "@/lib/evaluation/evaluate-folder";
import { createOrganisation } from "@/lib/governance/create-organisation";

/** Evaluates a folder in the database of DATABASE_URL, in an organisation made for it, and lets go of the database. */
export async function evaluateOnce(
  folder: string,
  slug: string,
  onProgress: (fileName: string) => void,
): Promise<FolderEvaluation> {
  try {
    const { orgId } = await createOrganisation({ slug, name: "Study" });
    return await evaluateFolder({ orgId, folder, today: new Date().toISOString().slice(0, 10), onProgress });
  } finally {
    await closePool();
  }
}
