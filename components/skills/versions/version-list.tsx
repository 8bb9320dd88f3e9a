import Link from "next/link";
import { countsText } from "@/components/skills/drafts/difference-list";
import type { Formats } from "@/lib/format/formats";
import type { VersionRow } from "@/lib/skills/read-versions";
import { originText } from "./origin-text";

type VersionListProps = { versions: readonly VersionRow[]; formats: Formats; isNewest: boolean };

/** The changelog of the taxonomy. */
export function VersionList({ versions, formats, isNewest }: VersionListProps) {
  return (
    <ol className="border-t border-ink">
      {versions.map((version, at) => (
        <li
          key={version.number}
          className="grid gap-x-6 gap-y-1 border-b border-rule py-3 sm:grid-cols-[8rem_1fr_13rem]"
        >
          <p>
            <Link className="link font-serif text-body font-semibold" href={`/skills/versions/${version.number}`}>
              Version {version.number}
            </Link>
            {at === 0 && isNewest ? <span className="block text-caption text-line">in force</span> : null}
          </p>
          <div className="min-w-0">
            <p className="max-w-prose">{version.note}</p>
            <p className="text-table text-ink-3">
              {originText(version)}: {countsText(version.counts).toLowerCase()}
            </p>
          </div>
          <p className="text-table text-ink-2 sm:text-right">
            {formats.date(version.publishedAt)}
            <span className="block text-ink-3">
              {version.publishedBy ?? "A program"}
              {version.sameReviewer ? ", who also prepared it" : ""}
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
