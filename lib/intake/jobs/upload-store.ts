import "server-only";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { DomainError } from "@/lib/errors";

const megabyte = 1 << 20;

/** The largest file taken, in bytes: THROUGHLINE_UPLOAD_LIMIT_MB, or 2 GB. */
const largestFile = () => (Number(process.env.THROUGHLINE_UPLOAD_LIMIT_MB) || 2048) * megabyte;

export function uploadFolder(orgId: string, uploadId: string): string {
  const root = process.env.THROUGHLINE_FOLDER ?? path.join(/* turbopackIgnore: true */ process.cwd(), ".throughline");
  return path.resolve(/* turbopackIgnore: true */ root, "uploads", orgId, uploadId);
}

/** Files lie under their id: nothing a user named reaches the file system. */
export const fileOfUpload = (orgId: string, uploadId: string, fileId: string) =>
  path.join(/* turbopackIgnore: true */ uploadFolder(orgId, uploadId), fileId);

export const removeUploadFolder = (orgId: string, uploadId: string) =>
  rm(uploadFolder(orgId, uploadId), { recursive: true, force: true });

/**
 * Writes a body to a file piece by piece; a body that is too long, breaks off or is empty leaves nothing behind.
 * @throws DomainError (invalid-input) when it is empty or longer than `most` bytes, (conflict) when the disk is full.
 */
export async function storeBody(
  file: string,
  body: ReadableStream<Uint8Array> | null,
  most = largestFile(),
  tooLarge: (most: number) => DomainError = splitIt,
): Promise<void> {
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > most ? tooLarge(most) : null, chunk);
    },
  });
  try {
    await mkdir(path.dirname(file), { recursive: true });
    if (body) await pipeline(Readable.fromWeb(body), measure, createWriteStream(file, { mode: 0o600 }));
    if (bytes === 0) throw new DomainError("invalid-input", "The file is empty");
  } catch (error) {
    await rm(file, { force: true });
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") {
      throw new DomainError("conflict", "The server's disk is full. Nothing of this file was kept");
    }
    throw error;
  }
}

const splitIt = (most: number) =>
  new DomainError("invalid-input", `The file is larger than ${most / megabyte} MB. Split it by month, for example`);
