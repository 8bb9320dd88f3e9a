import type { Formats } from "@/lib/format/formats";

/** A stored sentence with its days as people write them: `2026-01-20` is `20 Jan 2026`. */
export const withDays = (text: string, formats: Formats) =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formats.shortDate(day));
