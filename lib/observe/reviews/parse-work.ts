import "server-only";
import type { z } from "zod";
import { DomainError } from "@/lib/errors";
import { requireSameOrigin } from "@/lib/intake/jobs/require-same-origin";
import { documents, type Photo, takePhoto } from "@/lib/observe/files/photo";
import { largestFile } from "@/lib/observe/input";
import { parseOrThrow } from "@/lib/server/public-error";

/** A form of `work` (JSON) and, where there is one, `file`. */
export async function parseWork<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema> & { file: Photo | null }> {
  requireSameOrigin(request);
  if (!(Number(request.headers.get("content-length")) <= largestFile + 64 * 1024)) {
    const message = `The file is larger than ${largestFile / 1024 / 1024} MB`;
    throw new DomainError("invalid-input", message, { file: [message] });
  }
  const unreadable = () => {
    throw new DomainError("invalid-input", "This is not a piece of work");
  };
  const form = await request.formData().catch(unreadable);
  const raw: unknown = await new Response(form.get("work")).json().catch(unreadable);
  const file = form.get("file");
  const work = parseOrThrow(schema, raw);
  return Object.assign({}, work, {
    file: file instanceof Blob && file.size > 0 ? await takePhoto(file, documents) : null,
  });
}
