import Link from "next/link";
import { StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import type { OpenUpload } from "@/lib/intake/read-uploads";

const words = {
  received: ["waiting", "Waiting to be checked"],
  checking: ["running", "Being checked"],
  checked: ["waiting", "Checked, waiting for you"],
  importing: ["running", "Being imported"],
  done: ["pass", "Done"],
  failed: ["fail", "Stopped"],
} as const;

type OpenUploadsProps = { uploads: OpenUpload[]; formats: Formats; now: Date };

/** The way back to imports that were left. */
export function OpenUploads({ uploads, formats, now }: OpenUploadsProps) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {uploads.map(({ id, status, files, startedBy, createdAt }) => {
        const [look, word] = words[status];
        return (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2">
            <Link href={`/data/imports/${id}`} className="link wrap-anywhere">
              {named(files)}
            </Link>
            <span className="text-table text-ink-2">
              <StatusText status={look}>{word}</StatusText>
              <span className="ml-3">
                {startedBy ? `${startedBy}, ` : ""}
                {formats.age(createdAt, now)}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function named(files: string[]): string {
  const shown = files.slice(0, 3).join(", ");
  return files.length > 3 ? `${shown} and ${files.length - 3} more` : shown || "No files";
}
