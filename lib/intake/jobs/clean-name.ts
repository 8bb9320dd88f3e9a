import { DomainError } from "@/lib/errors";

const longest = 120;
const deepest = 8;

/**
 * A file's path inside what was dropped, as it is shown and as files of one folder find each other. Never used on disk.
 * @throws DomainError when nothing readable is left of it.
 */
export function cleanName(name: string): string {
  const parts = name
    .normalize("NFC")
    .split(/[\\/]/)
    .map((part) => part.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").trim())
    .filter((part) => !/^\.*$/.test(part))
    .map((part) => (part.length > longest ? part.slice(-longest) : part));
  if (parts.length === 0) throw new DomainError("invalid-input", "The file has no name");
  return parts.slice(-deepest).join("/");
}
