"use client";
import { useFormats } from "@/components/ui/formats-provider";
import type { Upload } from "@/lib/intake/read-upload";
import { ProgressBar } from "./progress-bar";

/** How far the step has come that is under way: which file, how many rows. */
export function UploadProgress({ upload: { progress, status } }: { upload: Upload }) {
  const formats = useFormats();
  const step = status === "checking" ? "Checking" : "Importing";
  const share = progress && progress.bytes > 0 ? Math.min(1, progress.bytesRead / progress.bytes) : null;
  return (
    <div className="mb-8 max-w-xl">
      <ProgressBar label={progress ? `${step} ${progress.file}` : `${step}: waiting for its turn`} share={share}>
        {progress ? `${formats.number(progress.rows)} rows read. ` : ""}You can leave this page; the work goes on, and
        the data page leads back here.
      </ProgressBar>
    </div>
  );
}
