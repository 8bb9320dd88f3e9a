import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { DomainError, type PublicError } from "@/lib/errors";
import { unwritableFields, unwritableMessage } from "@/lib/writable";

/** Turns whatever was thrown into what may be shown. A bug is logged with its cause under an id the user can quote. */
export function toPublicError(error: unknown): PublicError {
  if (error instanceof DomainError) return { code: error.code, message: error.message, fields: error.fields };
  const id = randomUUID().slice(0, 8);
  console.error(`[${id}]`, error);
  return { code: "unexpected", message: `Something went wrong on our side (${id}). Nothing was changed.`, fields: {} };
}

export function parseOrThrow<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  const unwritable = unwritableFields(raw);
  if (parsed.success && unwritable.length === 0) return parsed.data;
  const { fieldErrors, formErrors } = parsed.success
    ? { fieldErrors: {}, formErrors: [] }
    : z.flattenError(parsed.error);
  const fields = { ...Object.fromEntries(unwritable.map((name) => [name, [unwritableMessage]])), ...fieldErrors };
  throw new DomainError("invalid-input", formErrors[0] ?? "Some fields need another look", fields);
}
