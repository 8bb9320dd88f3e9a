import { gzipSync } from "node:zlib";

/** Every script a page names, in its tags or in the payload it hydrates from, but those for browsers without modules. */
export async function scriptBytes(address: string, html: string): Promise<{ files: number; gzipped: number }> {
  const old = new Set([...html.matchAll(/<script[^>]*\bnomodule\b[^>]*>/gi)].flatMap(([tag]) => scriptsIn(tag)));
  const files = [...new Set(scriptsIn(html))].filter((file) => !old.has(file));
  let gzipped = 0;
  for (const file of files) {
    const response = await fetch(address + file);
    if (!response.ok) throw new Error(`${file} answers ${response.status}`);
    gzipped += gzipSync(Buffer.from(await response.arrayBuffer())).length;
  }
  return { files: files.length, gzipped };
}

const scriptsIn = (text: string) => text.match(/\/_next\/static\/[\w./%~()[\]-]+?\.js\b/g) ?? [];
