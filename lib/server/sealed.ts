import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";
import { DomainError } from "@/lib/errors";

/** Whose secret it is and what it is for: in another organisation or another place a sealed text opens for nobody. */
export type SealedFor = { orgId: string; purpose: string };

const format = "v1";
const nonceLength = 12;
const tagLength = 16;

/**
 * A secret as it is stored: AES-256-GCM under a key made (HKDF) from `THROUGHLINE_SECRET`, else from what sessions are signed with. The nonce is made
 * from the text and what it is sealed for, so that the same secret is stored the same way twice and a constraint of the database can tell. Throws
 * `conflict` where the environment holds no key.
 */
export function seal(text: string, sealedFor: SealedFor): string {
  const keys = readKeys();
  if (!keys) {
    throw new DomainError(
      "conflict",
      "A secret cannot be kept: this server has no key for it (THROUGHLINE_SECRET). Nothing was saved",
    );
  }
  const about = aboutOf(sealedFor);
  const nonce = createHmac("sha256", keys.nonce).update(`${about}|${text}`).digest().subarray(0, nonceLength);
  const cipher = createCipheriv("aes-256-gcm", keys.text, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${format}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** What was sealed; null where it was sealed with another key, for something else, or changed since. */
export function unseal(sealed: string, sealedFor: SealedFor): string | null {
  const keys = readKeys();
  const [version, body] = sealed.split(".");
  if (!keys || version !== format || !body) return null;
  const bytes = Buffer.from(body, "base64url");
  if (bytes.length < nonceLength + tagLength) return null;
  const opened = createDecipheriv("aes-256-gcm", keys.text, bytes.subarray(0, nonceLength))
    .setAAD(Buffer.from(aboutOf(sealedFor)))
    .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  try {
    return `${opened.update(bytes.subarray(nonceLength + tagLength), undefined, "utf8")}${opened.final("utf8")}`;
  } catch {
    return null;
  }
}

const aboutOf = ({ orgId, purpose }: SealedFor): string => `${format}|${orgId}|${purpose}`;

function readKeys(): { text: Buffer; nonce: Buffer } | null {
  const secret = process.env.THROUGHLINE_SECRET || process.env.NEXTAUTH_SECRET;
  if (!secret) return null;
  const bytes = Buffer.from(hkdfSync("sha256", secret, "", "throughline sealed secrets", 64));
  return { text: bytes.subarray(0, 32), nonce: bytes.subarray(32) };
}
