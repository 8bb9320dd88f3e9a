import "server-only";
import { DomainError } from "@/lib/errors";
import type { BatchReport } from "./batch-report";
import { type ImportRequest, importFiles } from "./import-files";
import { readFolder } from "./read-folder";

type FolderRequest = Omit<ImportRequest, "files"> & { folder: string };

/**
 * `importFiles` for everything in a folder: a flat study folder, or a tree in which each folder with a study.json is an initiative
 * (`organisation/`, `initiatives/<code>/`). Files that are neither CSV nor study.json are passed over.
 * @throws DomainError when there is no such folder, or nothing in it to import.
 */
export async function importFolder({ folder, ...request }: FolderRequest): Promise<BatchReport[]> {
  const found = await readFolder(folder);
  const files = found.filter(({ name }) => /(\.csv|(^|\/)study\.json)$/i.test(name));
  if (files.length === 0) throw new DomainError("invalid-input", `There is no CSV file and no study.json in ${folder}`);
  return importFiles({ ...request, files });
}
