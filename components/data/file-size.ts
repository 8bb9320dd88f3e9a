import type { Formats } from "@/lib/format/formats";

/** 4 kB, 12.3 MB: decimal, as file managers have it. */
export function fileSize(bytes: number, formats: Formats): string {
  if (bytes < 1_000) return `${formats.number(bytes)} bytes`;
  if (bytes < 1_000_000) return `${formats.number(bytes / 1_000, { decimals: 0 })} kB`;
  return `${formats.number(bytes / 1_000_000, { decimals: 1 })} MB`;
}
