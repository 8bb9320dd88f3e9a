import "server-only";
import { dirname } from "node:path/posix";
import type { FileKind } from "@/db/schema/imports";
import { DomainError } from "@/lib/errors";
import type { IncomingFile } from "./batch-report";
import { fileDefinitions } from "./files/all-files";
import { type Inspected, inspectFile } from "./read/inspect-file";
import { kindOfName, recogniseKind } from "./read/recognise-kind";
import { openCsv } from "./read/row-source";
import { readStudy } from "./study/read-study";
import { slug } from "./study/slug";

export type ArrangedFile = IncomingFile & Inspected & { kinds: FileKind[]; code: string | null };

const order: FileKind[] = [
  "people",
  "accounts",
  "skills",
  "activities",
  "kpis",
  "study",
  "cohort",
  "costs",
  "employment_events",
  "calendar",
  "kpi",
  "observations",
  "work_events",
  "help_requests",
  "learning_events",
  "surveys",
];

/** Finds out what each file is and which initiative it belongs to, and puts them in the order in which they build on each other. */
export async function arrangeFiles(files: readonly IncomingFile[]): Promise<ArrangedFile[]> {
  const inspected = await Promise.all(files.map(inspect));
  const codes = new Map<string, string>();
  for (const file of inspected) {
    if (file.kinds[0] === "study") codes.set(folderOf(file), file.initiativeCode ?? (await codeOfStudy(file)));
  }
  const only = codes.size === 1 && inspected.every((file) => folderOf(file) === ".") ? [...codes.values()][0] : null;
  const place = (file: ArrangedFile) => (file.kinds.length === 1 ? order.indexOf(file.kinds[0] ?? "surveys") : -1);
  return inspected
    .map((file) => ({ ...file, code: file.initiativeCode ?? codes.get(folderOf(file)) ?? only ?? null }))
    .sort((left, right) => place(left) - place(right) || (left.name < right.name ? -1 : 1));
}

async function inspect(file: IncomingFile): Promise<ArrangedFile> {
  const inspected = await inspectFile(file.path);
  const kinds = file.kind ? [file.kind] : await kindsOf(file, inspected);
  return { ...file, ...inspected, kinds, code: null };
}

async function kindsOf(file: IncomingFile, { encoding }: Inspected): Promise<FileKind[]> {
  const named = kindOfName(file.name);
  if (named) return [named];
  try {
    const { header } = await openCsv(file.path, encoding);
    return recogniseKind(file.name, header, Object.values(fileDefinitions));
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

const folderOf = (file: IncomingFile) => dirname(file.name.replaceAll("\\", "/"));

/** The plan's own name for itself, else that of its folder, else its title. */
async function codeOfStudy(file: ArrangedFile): Promise<string> {
  const folder = folderOf(file).split("/").at(-1) ?? ".";
  const read = await readStudy(file.path, file.encoding);
  const study = "study" in read ? read.study : null;
  return study?.initiative ?? (folder === "." ? slug(study?.title ?? "study") : folder);
}
