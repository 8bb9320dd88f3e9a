import "server-only";
import { createReadStream } from "node:fs";
import iconv from "iconv-lite";
import type { Encoding } from "./inspect-file";

/** The text of a file in pieces, without its byte order mark, and how many bytes have been read so far. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<{ text: string; bytesRead: number }> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let bytesRead = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    bytesRead += chunk.length;
    yield { text: decoder.write(chunk), bytesRead };
  }
  const text = decoder.end();
  if (text) yield { text, bytesRead };
}
