import { type FormatSettings, formatsFor } from "@/lib/format/formats";

type FreshnessProps = FormatSettings & {
  /** The last day the data speaks of; null when there is none. */
  asOf: string | null;
  /** When the figures were last recomputed. */
  refreshedAt?: Date | string | null;
  /** The server's clock: the browser's would not agree with it. */
  now: Date | string;
};

/** "Data as of 31 October 2026, refreshed 4 minutes ago". */
export function Freshness({ asOf, refreshedAt, now, ...settings }: FreshnessProps) {
  const formats = formatsFor(settings);
  if (!asOf) return <span className="text-caption text-ink-3">No data yet</span>;
  return (
    <span className="text-caption text-ink-3">
      Data as of <time dateTime={asOf}>{formats.date(asOf)}</time>
      {refreshedAt ? (
        <>
          , refreshed <time dateTime={new Date(refreshedAt).toISOString()}>{formats.age(refreshedAt, now)}</time>
        </>
      ) : null}
    </span>
  );
}
