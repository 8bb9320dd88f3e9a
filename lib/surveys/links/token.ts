import "server-only";
import { createHash, randomBytes } from "node:crypto";

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const linkShape = /^([\w-]{22})\.([\w-]{22})$/;

/** The last part of a link's address: the organisation and 128 random bits. Only `tokenHash` is stored, so a link is shown once. */
export function newLink(orgId: string): { link: string; tokenHash: string } {
  const token = randomBytes(16).toString("base64url");
  const organisation = Buffer.from(orgId.replaceAll("-", ""), "hex").toString("base64url");
  return { link: `${organisation}.${token}`, tokenHash: hashOf(token) };
}

/** Whose link it is and what is stored of it; null where no link looks like that. */
export function readLink(link: string): { orgId: string; tokenHash: string } | null {
  const [, organisation, token] = linkShape.exec(link) ?? [];
  if (!organisation || !token) return null;
  const hex = Buffer.from(organisation, "base64url").toString("hex");
  const orgId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return uuidShape.test(orgId) ? { orgId, tokenHash: hashOf(token) } : null;
}

/** Tokens are random, so a plain hash cannot be guessed back. */
const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
