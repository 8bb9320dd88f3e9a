import "server-only";
import { readFile } from "node:fs/promises";
import iconv from "iconv-lite";
import type { CellFault } from "@/lib/intake/fault";
import type { Encoding } from "@/lib/intake/read/inspect-file";
import { type Study, studySchema, unknownKeys } from "./study";

type ReadStudy = { study: Study; unknown: string[] } | { faults: (CellFault & { line: number })[] };

/** Reads and checks a study.json. Faults name the place by its path ("baseline.from"). */
export async function readStudy(path: string, encoding: Encoding): Promise<ReadStudy> {
  const text = iconv.decode(await readFile(path), encoding, { stripBOM: true });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      faults: [
        { line: lineOf(error.message, text), column: "", value: null, reason: `This is not JSON: ${error.message}` },
      ],
    };
  }
  const parsed = studySchema.safeParse(raw);
  if (parsed.success) return { study: parsed.data, unknown: unknownKeys(Object(raw)) };
  return {
    faults: parsed.error.issues.map((issue) => {
      const value = issue.path.reduce<unknown>(stepInto, raw);
      const reason = value === undefined ? "This is missing" : issue.message;
      return { line: 0, column: issue.path.join("."), value: shown(value), reason };
    }),
  };
}

/** Newer versions of Node name the line, older ones the position, and none where the text ends too soon. */
function lineOf(message: string, text: string): number {
  const line = /line (\d+)/.exec(message)?.[1];
  const position = /position (\d+)/.exec(message)?.[1] ?? text.length;
  return line ? Number(line) : text.slice(0, Number(position)).split("\n").length;
}

function stepInto(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function shown(value: unknown): string | null {
  return value === undefined ? null : typeof value === "string" ? value : JSON.stringify(value);
}
