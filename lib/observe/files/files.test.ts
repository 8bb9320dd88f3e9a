import { expect, test } from "vitest";
import { sniffMedia } from "./sniff-media";
import { stripJpeg } from "./strip-jpeg";

const bytes = (...parts: (number[] | string)[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...part].map((c) => c.charCodeAt(0)) : part)));

test("a file is what its bytes say, whatever it is called", () => {
  expect(sniffMedia(bytes([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
  expect(sniffMedia(bytes([0x89], "PNG\r\n", [0x1a, 0x0a]))).toBe("image/png");
  expect(sniffMedia(bytes("RIFF", [1, 2, 3, 4], "WEBP"))).toBe("image/webp");
  expect(sniffMedia(bytes("%PDF-1.7"))).toBe("application/pdf");
  expect(sniffMedia(bytes("RIFF", [1, 2, 3, 4], "WAVE"))).toBeNull();
  expect(sniffMedia(bytes("<svg onload=alert(1)>"))).toBeNull();
  expect(sniffMedia(bytes("<html>"))).toBeNull();
  expect(sniffMedia(bytes())).toBeNull();
});

const segment = (marker: number, text: string) =>
  [0xff, marker, 0, text.length + 2, ...text].map((byte) => (typeof byte === "string" ? byte.charCodeAt(0) : byte));
const start = [0xff, 0xd8];
const scan = [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9];

test("where and with what a picture was taken goes, the picture stays byte for byte", () => {
  const kept = [segment(0xe0, "JFIF"), segment(0xe2, "colours"), segment(0xdb, "table"), scan];
  const told = [segment(0xe1, "Exif GPS 59.9 N"), segment(0xed, "Photoshop"), segment(0xfe, "by Ada")];
  const mixed = bytes(
    start,
    kept[0] ?? [],
    told[0] ?? [],
    kept[1] ?? [],
    told[1] ?? [],
    kept[2] ?? [],
    told[2] ?? [],
    scan,
  );
  expect(stripJpeg(mixed)).toEqual(bytes(start, ...kept));
  expect(stripJpeg(bytes(start, ...kept))).toEqual(bytes(start, ...kept));
});

test("what is no whole JPEG is refused", () => {
  expect(stripJpeg(bytes("GIF89a"))).toBeNull();
  expect(stripJpeg(bytes(start, [0xff, 0xe1, 0xff, 0xff, 1]))).toBeNull();
  expect(stripJpeg(bytes(start, segment(0xe0, "JFIF")))).toBeNull();
});
