import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { createOrganisation } from "@/lib/governance/create-organisation";
import type { BatchReport } from "@/lib/intake/batch-report";
import { importFiles } from "@/lib/intake/import-files";

export async function newOrganisation(): Promise<string> {
  const { orgId } = await createOrganisation({ slug: `bench-${randomUUID()}`, name: "Bench" });
  return orgId;
}

/** Imports files of a folder, all of them unless named. Throws where one is not taken. */
export async function take(orgId: string, folder: string, names = readdirSync(folder)): Promise<BatchReport[]> {
  const files = names.map((name) => ({ name, path: path.join(folder, name) }));
  const reports = await importFiles({ orgId, userId: null, files });
  for (const { fileName, status, error } of reports) {
    if (status !== "done") throw new Error(`${fileName} was ${status}: ${error}`);
  }
  return reports;
}
