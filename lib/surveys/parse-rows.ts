import type { z } from "zod";
import { DomainError, type FieldErrors } from "@/lib/errors";

/** The rows of a form; what is wrong with one of them stands under `<name>.<row>.<field>`, `extra` beside it. Throws `invalid-input`. */
export function parseRows<Schema extends z.ZodType>(
  schema: Schema,
  name: string,
  rows: readonly unknown[],
  extra: FieldErrors = {},
): z.output<Schema>[] {
  const fields: FieldErrors = { ...extra };
  const parsed = rows.flatMap((row, at) => {
    const one = schema.safeParse(row);
    if (one.success) return [one.data];
    for (const { path, message } of one.error.issues) {
      const key = [name, at, ...path].join(".");
      fields[key] = [...(fields[key] ?? []), message];
    }
    return [];
  });
  if (Object.keys(fields).length > 0) throw new DomainError("invalid-input", "Some fields need another look", fields);
  return parsed;
}
