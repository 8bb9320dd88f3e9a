import "server-only";
import { createHash, randomBytes } from "node:crypto";

const size = 16;

/** What a link ends in: the organisation, so that it is known whose rows to look among, and 128 bits nobody can guess. */
export function newToken(orgId: string): { token: string; hash: string } {
  const secret = randomBytes(size);
  const whose = Buffer.from(orgId.replaceAll("-", ""), "hex");
  return { token: Buffer.concat([whose, secret]).toString("base64url"), hash: hashOf(secret) };
}

/** Null for what no link ends in. */
export function readToken(token: string): { orgId: string; hash: string } | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  // Several spellings of the last letter would stand for the same bytes.
  if (bytes.length !== 2 * size || bytes.toString("base64url") !== token) return null;
  const hex = bytes.subarray(0, size).toString("hex");
  const orgId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { orgId, hash: hashOf(bytes.subarray(size)) };
}

/** The secret itself is kept nowhere. */
const hashOf = (secret: Buffer): string => createHash("sha256").update(secret).digest("hex");
