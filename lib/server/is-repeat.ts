import { postgresCode } from "./postgres-code";

/** Postgres' unique_violation: what was to be written is there already. */
export function isRepeat(error: unknown): boolean {
  return postgresCode(error) === "23505";
}
