import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";

const idShape = z.uuid();

/** A route parameter that must be an id; anything else is a page that does not exist. */
export function idOr404(value: string): string {
  const parsed = idShape.safeParse(value);
  if (!parsed.success) notFound();
  return parsed.data;
}
