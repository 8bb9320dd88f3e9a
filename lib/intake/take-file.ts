import "server-only";
import type { FileKind } from "@/db/schema/imports";
import type { ArrangedFile } from "./arrange-files";
import { fileDefinitions } from "./files/all-files";
import { openCsv } from "./read/row-source";
import { type Setting, type Taken, takeRows } from "./take-rows";
import { takeStudy } from "./take-study";

/** Takes a file of a kind as part of the transaction. `columns` is its header as it stands. */
export async function takeFile(
  setting: Setting,
  file: ArrangedFile,
  kind: FileKind,
): Promise<Taken & { columns: string[] }> {
  if (file.encoding !== "utf-8") setting.merge.notices.push(`Read as ${encodingNames[file.encoding]}`);
  if (kind === "study") return { ...(await takeStudy(setting, file)), columns: [] };
  const source = await openCsv(file.path, file.encoding);
  return { ...(await takeRows(setting, fileDefinitions[kind], source)), columns: source.header };
}

const encodingNames = { "utf-16le": "UTF-16", "utf-16be": "UTF-16", "windows-1252": "Windows-1252" };
