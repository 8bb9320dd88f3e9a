import "server-only";
import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { ReadableStream } from "node:stream/web";
import { DomainError } from "@/lib/errors";
import { cleanName } from "@/lib/intake/jobs/clean-name";
import { fileOfUpload, storeBody, uploadFolder } from "@/lib/intake/jobs/upload-store";
import { inspectFile } from "@/lib/intake/read/inspect-file";
import { readText } from "@/lib/intake/read/read-text";

const largestFile = 100 << 20;
const mostFiles = 60;
/** Twice a whole release of O*NET. What is read of them is held in memory. */
const mostBytes = 300 << 20;
const keptFor = 48 * 3_600_000;

const folderName = (uploadId: string) => `taxonomy-${uploadId}`;

/** A file's name is its own, whatever folder it came from, and reaches the disk as letters and digits alone. */
const idOf = (name: string) => Buffer.from(name).toString("base64url");

/**
 * Takes one file of a framework to disk; another of the same name replaces it. Files lie there for two days, for the organisation alone.
 * @throws DomainError `invalid-input` when it is empty, has no name, is too large, alone or with the others, or one too many
 */
export async function storeFile(
  orgId: string,
  uploadId: string,
  name: string,
  body: ReadableStream<Uint8Array> | null,
): Promise<{ name: string; bytes: number }> {
  const own = cleanName(name).split("/").at(-1) ?? "";
  const names = await fileNames(orgId, uploadId);
  if (!names.includes(own) && names.length >= mostFiles)
    throw new DomainError("invalid-input", `At most ${mostFiles} files at once`);
  const file = fileOfUpload(orgId, folderName(uploadId), idOf(own));
  const others = names.filter((one) => one !== own);
  const left = mostBytes - (await bytesOf(orgId, uploadId, others));
  const tooLarge = () =>
    new DomainError(
      "invalid-input",
      left < largestFile
        ? `With ${own} these files are larger than ${mostBytes >> 20} MB together, which no release is`
        : `${own} is larger than ${largestFile >> 20} MB, which no taxonomy file is`,
    );
  await storeBody(file, body, Math.min(largestFile, left), tooLarge);
  return { name: own, bytes: (await stat(file)).size };
}

async function bytesOf(orgId: string, uploadId: string, names: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const name of names) bytes += (await stat(fileOfUpload(orgId, folderName(uploadId), idOf(name)))).size;
  return bytes;
}

/** None where nothing was sent, or it lay too long. */
export async function fileNames(orgId: string, uploadId: string): Promise<string[]> {
  const ids = await readdir(uploadFolder(orgId, folderName(uploadId))).catch(() => []);
  return ids.map((id) => Buffer.from(id, "base64url").toString()).sort();
}

/** Texts of files by name, of those wanted. */
export async function readTexts(
  orgId: string,
  uploadId: string,
  wanted: (name: string) => boolean,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const name of (await fileNames(orgId, uploadId)).filter(wanted)) {
    const file = fileOfUpload(orgId, folderName(uploadId), idOf(name));
    const { encoding } = await inspectFile(file);
    let text = "";
    for await (const piece of readText(file, encoding)) text += piece.text;
    texts.set(name, text);
  }
  return texts;
}

/** Removes what was sent and never taken, or taken long ago. */
export async function removeOldFiles(orgId: string): Promise<void> {
  const root = path.dirname(uploadFolder(orgId, folderName("x")));
  for (const folder of await readdir(root).catch(() => [])) {
    if (!folder.startsWith(folderName(""))) continue;
    const full = path.join(root, folder);
    const { mtimeMs } = await stat(full);
    if (Date.now() - mtimeMs > keptFor) await rm(full, { recursive: true, force: true });
  }
}
