import "server-only";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { DomainError } from "@/lib/errors";
import type { IncomingFile } from "./batch-report";

/**
 * Every file of a folder and of the folders in it, links followed to files; folders and files whose name begins with a point are
 * passed over. Names are relative, with strokes.
 * @throws DomainError when there is no such folder, or it may not be read.
 */
export async function readFolder(folder: string): Promise<IncomingFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    const isMissing = error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR"].includes(String(error.code));
    const sentence = isMissing ? `There is no folder ${folder}` : `The folder ${folder} cannot be read`;
    throw new DomainError("invalid-input", sentence);
  });
  const files: IncomingFile[] = [];
  for (const entry of entries) {
    const whole = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, whole).split(path.sep).join("/");
    if (/(^|\/)\./.test(name)) continue;
    if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(whole)))) files.push({ name, path: whole });
  }
  return files;
}

const isFile = async (file: string) => (await stat(file).catch(() => null))?.isFile() ?? false;
