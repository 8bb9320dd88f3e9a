import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import type { Result } from "@/lib/errors";
import { requireViewer } from "@/lib/server/session";
import { parseOrThrow, toPublicError } from "./public-error";

/** Turns a command into a server action: a known viewer, parsed input, a typed result. */
export function action<Schema extends z.ZodType, Data>(
  schema: Schema,
  command: (viewer: Viewer, input: z.output<Schema>) => Promise<Data>,
) {
  return async (raw: z.input<Schema>): Promise<Result<Data>> => {
    try {
      const viewer = await requireViewer();
      return { ok: true, data: await command(viewer, parseOrThrow(schema, raw)) };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, error: toPublicError(error) };
    }
  };
}
