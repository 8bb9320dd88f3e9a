import type { Formats } from "@/lib/format/formats";

type LatestOfProps = { shown: number; total: number; what: string; formats: Pick<Formats, "number"> };

/** Says that a list ends before everything is on it; nothing where it does not. */
export function LatestOf({ shown, total, what, formats }: LatestOfProps) {
  if (shown >= total) return null;
  return (
    <p className="mb-2 text-table text-ink-2">
      The first {formats.number(shown)} of {formats.number(total)} {what}.
    </p>
  );
}
