"use client";
import { DropZone } from "@/components/data/drop-zone";
import { ProgressBar } from "@/components/data/progress-bar";
import { Button } from "@/components/ui/button";
import { useFormats } from "@/components/ui/formats-provider";
import { useSendingFiles } from "./use-sending-files";

/** Takes the files of a framework; nothing comes into force by sending them. */
export function SendFiles() {
  const formats = useFormats();
  const { send, stop, sending, error } = useSendingFiles();
  return (
    <div className="space-y-4">
      <DropZone
        what="the files of a framework or their folder"
        disabled={sending !== null}
        onPicked={(picked) => void send(picked)}
      >
        You choose what to take and see what would change. It goes into a draft, never straight into force.
      </DropZone>
      {error ? (
        <p role="alert" className="border-l-4 border-worse bg-paper-2 px-4 py-2">
          {error}
        </p>
      ) : null}
      {sending ? (
        <div className="space-y-2">
          <ProgressBar label={`Sending ${sending.name}`} share={sending.share}>
            {formats.percent(sending.share, { decimals: 0 })} sent. Keep this page open until everything is.
          </ProgressBar>
          <Button onClick={stop}>Stop sending</Button>
        </div>
      ) : null}
    </div>
  );
}
