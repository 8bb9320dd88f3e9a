import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export type Inspected = { bytes: number; sha256: string; encoding: Encoding };

/**
 * Reads a file once for its size, sha256 and encoding. Nothing is guessed from a sample: a file is UTF-8 when all of it is, UTF-16
 * when it says so in its first two bytes or every second byte of its beginning is zero, and Windows-1252 otherwise.
 */
export async function inspectFile(path: string): Promise<Inspected> {
  const hash = createHash("sha256");
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  let encoding: Encoding | null = null;
  let isUtf8 = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    if (bytes === 0) encoding = utf16In(chunk);
    bytes += chunk.length;
    hash.update(chunk);
    isUtf8 &&= encoding !== null || decodes(utf8, chunk, true);
  }
  isUtf8 &&= encoding !== null || decodes(utf8, Buffer.alloc(0), false);
  return { bytes, sha256: hash.digest("hex"), encoding: encoding ?? (isUtf8 ? "utf-8" : "windows-1252") };
}

function decodes(decoder: TextDecoder, chunk: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

function utf16In(start: Buffer): Encoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const sample = start.subarray(0, 200);
  const zeros = (odd: number) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > sample.length * 0.4) return "utf-16le";
  if (zeros(0) > sample.length * 0.4) return "utf-16be";
  return null;
}
