"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { authorise } from "@/lib/access/policy";
import { DomainError } from "@/lib/errors";
import { action } from "@/lib/server/action";
import { fileDefinitions } from "./files/all-files";
import { checkUpload, checkUploadInput, discardUpload, importUpload, uploadInput } from "./jobs/upload-commands";
import { CsvScanner } from "./read/csv-scanner";
import { recogniseKind } from "./read/recognise-kind";
import { undoBatch } from "./undo-batch";

const beginnings = z.array(z.object({ name: z.string().max(2_000), header: z.string().max(10_000) })).max(500);

/** What files are, by name and first line, before anything of them is sent. */
export const recogniseFilesAction = action(beginnings, async (viewer, files) => {
  authorise(viewer.roles, "data.import");
  return files.map(({ name, header }) => recogniseKind(name, cellsOf(header), Object.values(fileDefinitions)));
});

export const checkUploadAction = action(checkUploadInput, checkUpload);

export const importUploadAction = action(uploadInput, importUpload);

export const discardUploadAction = action(uploadInput, async (viewer, input) => {
  await discardUpload(viewer, input);
  refresh();
});

export const undoBatchAction = action(z.object({ batchId: z.uuid() }), async (viewer, input) => {
  await undoBatch(viewer, input);
  refresh();
});

/** A header that a quotation mark leaves open names nothing yet; the check will say what is wrong with it. */
function cellsOf(line: string): string[] {
  const header: string[] = [];
  const scanner = new CsvScanner((cells) => {
    if (header.length === 0) header.push(...cells.map((cell) => cell.trim()));
  });
  try {
    scanner.push(`${line.replace(/^\uFEFF/, "")}\n`);
    scanner.end();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  return header;
}
