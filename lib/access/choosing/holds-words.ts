import { type SQL, sql } from "drizzle-orm";

/** Whether a text holds each of the words that were typed, whatever their case; of more than eight the first. */
export function holdsWords(text: SQL, typed: string): SQL {
  const words = typed.trim().toLowerCase().split(/\s+/).slice(0, 8);
  return sql.join(
    words.map((word) => sql`strpos(lower(${text}), ${word}) > 0`),
    sql` and `,
  );
}
