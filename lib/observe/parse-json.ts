import "server-only";
import type { z } from "zod";
import { DomainError } from "@/lib/errors";
import { requireSameOrigin } from "@/lib/intake/jobs/require-same-origin";
import { parseOrThrow } from "@/lib/server/public-error";

/** The JSON body of a request from a page of this app. */
export async function parseJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  requireSameOrigin(request);
  const raw: unknown = await request.json().catch(() => {
    throw new DomainError("invalid-input", "This is not what was expected");
  });
  return parseOrThrow(schema, raw);
}
