/** What Postgres calls the error behind one that drizzle wrapped, such as "23505"; null where it is none of Postgres'. */
export function postgresCode(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === "object" && cause !== null && "code" in cause ? cause.code : null;
}
