const images = ["image/jpeg", "image/png", "image/webp"] as const;
export type MediaType = (typeof images)[number] | "application/pdf";

/** What a file is by its first bytes, whatever it is called; null for what we do not keep. */
export function sniffMedia(bytes: Uint8Array): MediaType | null {
  const starts = (signature: readonly number[], at = 0) => signature.every((byte, i) => bytes[at + i] === byte);
  if (starts([0xff, 0xd8, 0xff])) return "image/jpeg";
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (starts([0x52, 0x49, 0x46, 0x46]) && starts([0x57, 0x45, 0x42, 0x50], 8)) return "image/webp";
  if (starts([0x25, 0x50, 0x44, 0x46, 0x2d])) return "application/pdf";
  return null;
}
