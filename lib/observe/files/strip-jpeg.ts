/**
 * A JPEG without what cameras write into it: place, device, thumbnail, comments (segments APP1, APP3 to APP13, APP15 and COM). The picture
 * itself, its colours (APP0, APP2, APP14) and everything from the scan on stay byte for byte. What is no well-formed JPEG comes back as null.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === startOfScan) return concat([...kept, bytes.subarray(at)]);
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (!tells(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

const startOfScan = 0xda;
const tells = (marker: number) =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
