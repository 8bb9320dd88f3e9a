import { type FileKind, fileKinds } from "@/db/schema/imports";
import type { Column } from "@/lib/intake/column";
import { plainName } from "./match-header";

type Shape = { kind: FileKind; columns: readonly Column[] };

/**
 * Which kind a file is: by its name ("kpi.csv", "People 2025-03.csv", "learning_events (2).csv"), else by its header. More than
 * one answer means that a person must choose; none, that nothing fits.
 */
export function recogniseKind(
  fileName: string,
  header: readonly string[] | null,
  shapes: readonly Shape[],
): FileKind[] {
  const named = kindOfName(fileName);
  if (named) return [named];
  if (!header) return [];
  const names = new Set(header.map(plainName));
  const fitting = shapes
    .filter(({ columns }) => columns.every((column) => !column.required || names.has(column.name)))
    .map(({ kind, columns }) => ({ kind, known: columns.filter((column) => names.has(column.name)).length }));
  const most = Math.max(0, ...fitting.map(({ known }) => known));
  return fitting.filter(({ known }) => known === most).map(({ kind }) => kind);
}

export function kindOfName(fileName: string): FileKind | null {
  const base = plainName(fileName.split(/[\\/]/).at(-1) ?? "");
  if (base.endsWith("_json")) return "study";
  const stem = base.replace(/_(csv|txt)$/, "");
  const longestFirst = [...fileKinds].sort((left, right) => right.length - left.length);
  return (
    longestFirst.find((kind) => kind !== "study" && stem.startsWith(kind) && !/^[a-z]/.test(stem.slice(kind.length))) ??
    null
  );
}
