import "server-only";
import { prepareTouched } from "@/lib/rollups/touched";
import type { ArrangedFile } from "./arrange-files";
import { mergeStudy } from "./study/merge-study";
import { readStudy } from "./study/read-study";
import { rollUp, type Setting, type Taken } from "./take-rows";

/** As `takeRows`, for a study.json: one plan, or its faults by path. */
export async function takeStudy({ tx, merge, fileName }: Setting, file: ArrangedFile): Promise<Taken> {
  const nothing = { added: 0, corrected: 0, unchanged: 0, parked: 0, coversFrom: null, coversTo: null };
  const read = await readStudy(file.path, file.encoding);
  if ("faults" in read) {
    return { ...nothing, rows: 1, rejected: 1, faults: read.faults.map((fault) => ({ file: fileName, ...fault })) };
  }
  if (read.unknown.length > 0) merge.notices.push(`Not used: ${read.unknown.join(", ")}`);
  const merged = await mergeStudy(merge, read.study);
  if ("faults" in merged) {
    const faults = merged.faults.map((fault) => ({ file: fileName, line: 0, ...fault }));
    return { ...nothing, rows: 1, rejected: 1, faults };
  }
  await prepareTouched(tx);
  if (!merge.dryRun) await rollUp(merge, merged);
  const { baseline, follow_up } = read.study;
  return {
    ...nothing,
    ...merged,
    rows: 1,
    rejected: 0,
    faults: [],
    coversFrom: baseline?.from ?? null,
    coversTo: follow_up?.to ?? null,
  };
}
