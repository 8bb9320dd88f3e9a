import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { SetupProblem } from "./setup-problem";

/**
 * A backup is a gzipped row of frames: one letter, the length in four bytes, the body. A header comes first (H), then for each table
 * its name and columns (T), pieces of its rows as COPY text (D) and an end (e), then the sequences (S), and a seal (Z) with the
 * SHA-256 of all frames before it. A file without a right seal is not a backup.
 */
export type Kind = "H" | "T" | "D" | "e" | "S" | "Z";
export type Frame = { kind: Kind; body: Buffer };
export type Header = { format: 1; schema: { when: number; tag: string }; createdAt: string; partitions: Partition[] };
export type Partition = { parent: string; name: string };
export type Table = { name: string; columns: string[] };
export type Sequence = { name: string; value: string; isCalled: boolean };
export type Seal = { sha256: string; rows: Record<string, number> };

export function encode(kind: Kind, body: Buffer | object): Buffer {
  const content = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const head = Buffer.alloc(5);
  head.write(kind, 0, "latin1");
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

export const newHash = (): Hash => createHash("sha256");

export async function* readFrames(file: string): AsyncGenerator<Frame, void> {
  const bytes = pipeline(createReadStream(file), createGunzip(), () => {});
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    let at = 0;
    while (held.length - at >= 5 && held.length - at - 5 >= held.readUInt32BE(at + 1)) {
      const end = at + 5 + held.readUInt32BE(at + 1);
      yield { kind: kindOf(held, at), body: held.subarray(at + 5, end) };
      at = end;
    }
    held = held.subarray(at);
  }
  if (held.length > 0) throw new Error("The last frame is cut off");
}

/** Reads the whole file before anything is changed. */
export async function verify(file: string): Promise<{ header: Header; seal: Seal }> {
  const hash = newHash();
  let header: Header | undefined;
  let seal: Seal | undefined;
  try {
    for await (const { kind, body } of readFrames(file)) {
      if (kind === "H") header = JSON.parse(body.toString());
      if (kind === "Z") seal = JSON.parse(body.toString());
      else hash.update(encode(kind, body));
    }
  } catch (cause) {
    throw new SetupProblem(`${file} is damaged or not a Throughline backup. Nothing was changed.`, { cause });
  }
  if (!header || seal?.sha256 !== hash.digest("hex")) {
    throw new SetupProblem(`${file} is incomplete or was altered. Nothing was changed.`);
  }
  return { header, seal };
}

function kindOf(bytes: Buffer, at: number): Kind {
  const letter = String.fromCharCode(bytes[at] ?? 0);
  if (letter === "H" || letter === "T" || letter === "D" || letter === "e" || letter === "S" || letter === "Z")
    return letter;
  throw new Error(`There is no frame called ${letter}`);
}
