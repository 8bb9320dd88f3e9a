import { createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export type PdfPage = {
  text: string;
  /** Every run of text with its box in points from the left and the top. */
  runs: { text: string; left: number; right: number; top: number; bottom: number }[];
  width: number;
  height: number;
  /** RGBA, two pixels to a point. */
  pixels: Uint8ClampedArray;
  scale: number;
  png(): Buffer;
};

const scale = 2;

/** Reads a PDF back: what each page says, where, and how it looks. */
export async function pdfPages(file: Buffer): Promise<{ pages: PdfPage[]; info: Record<string, unknown> }> {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(Math.floor(viewport.width), Math.floor(viewport.height));
    const context = canvas.getContext("2d");
    // The two libraries describe the same canvas by different types.
    await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item) => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [, , , , left, base] = item.transform as number[];
      const top = viewport.height / scale - (base ?? 0) - item.height;
      return [{ text: item.str, left: left ?? 0, right: (left ?? 0) + item.width, top, bottom: top + item.height }];
    });
    pages.push({
      text: items
        .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
        .join("")
        .replace(/\s+/g, " "),
      runs,
      width: canvas.width / scale,
      height: canvas.height / scale,
      pixels: context.getImageData(0, 0, canvas.width, canvas.height).data,
      scale,
      png: () => canvas.toBuffer("image/png"),
    });
  }
  await task.destroy();
  return { pages, info: info as Record<string, unknown> };
}
