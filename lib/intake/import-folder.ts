import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { DomainError } from "@/lib/errors";
import type { BatchReport } from "./batch-report";
import { type ImportRequest, importFiles } from "./import-files";

type FolderRequest = Omit<ImportRequest, "files"> & { folder: string };

/**
 * `importFiles` for everything in a folder: a flat study folder, or a tree in which each folder with a study.json is an initiative
 * (`organisation/`, `initiatives/<code>/`). Files that are neither CSV nor study.json are passed over.
 * @throws DomainError when there is no such folder, or nothing in it to import.
 */
export async function importFolder({ folder, ...request }: FolderRequest): Promise<BatchReport[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new DomainError("invalid-input", `There is no folder ${folder}`);
  });
  const files = entries
    .filter((entry) => entry.isFile() && /(\.csv|^study\.json)$/i.test(entry.name))
    .map((entry) => {
      const whole = path.join(entry.parentPath, entry.name);
      return { name: path.relative(folder, whole).split(path.sep).join("/"), path: whole };
    });
  if (files.length === 0) throw new DomainError("invalid-input", `There is no CSV file and no study.json in ${folder}`);
  return importFiles({ ...request, files });
}
