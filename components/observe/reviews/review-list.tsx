import Link from "next/link";
import type { Formats } from "@/lib/format/formats";
import type { ReviewLine } from "@/lib/observe/reviews/read-reviews";
import { statusWords } from "./status-words";

type ReviewListProps = { lines: readonly ReviewLine[]; formats: Formats; empty: string };

/** Pieces of work and where they stand. */
export function ReviewList({ lines, formats, empty }: ReviewListProps) {
  if (lines.length === 0) return <p className="text-ink-2">{empty}</p>;
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {lines.map((line) => (
        <li key={`${line.id} ${line.round}`}>
          <Link href={`/reviews/${line.personId}/${line.id}`} className="block py-3">
            <span className="link font-medium">{line.title}</span>
            <span className="block text-table text-ink-2">
              {line.author} to {line.reviewer}
              {line.round > 1 ? `, round ${line.round}` : ""}
            </span>
            <span className="block text-table text-ink-3">
              {statusWords[line.status]} · {formats.date(new Date(line.answeredAt ?? line.handedInAt))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
