"use client";
import { type DragEvent, useRef, useState } from "react";
import { ProgressBar } from "@/components/data/progress-bar";
import { readDropped } from "@/components/data/read-dropped";
import { useIsReady } from "@/components/data/use-is-ready";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { useSendingFiles } from "./use-sending-files";

/** Takes the files of a framework; nothing comes into force by sending them. */
export function SendFiles() {
  const { send, stop, sending, error } = useSendingFiles();
  const [isOver, setIsOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!sending) void readDropped(event.dataTransfer.items).then(send);
  };
  return (
    <div className="space-y-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the buttons inside do the same */}
      <div
        className={classNames(
          "flex flex-col items-start gap-3 rounded-control border-2 border-dashed px-4 py-6 sm:px-6",
          isOver ? "border-line bg-paper-2" : "border-rule-2",
        )}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
      >
        <p className="text-lead">
          <span className="max-sm:hidden">Drop the files of a framework or their folder here, or choose them.</span>
          <span className="sm:hidden">Choose the files of a framework.</span>
        </p>
        <div className="flex flex-wrap gap-2">
          <Picker label="Choose files" disabled={sending !== null} onPicked={send} />
          <Picker label="Choose a folder" disabled={sending !== null} onPicked={send} isFolder />
        </div>
        <p className="max-w-prose text-table text-ink-2">
          You choose what to take and see what would change. It goes into a draft, never straight into force.
        </p>
      </div>
      {error ? (
        <p role="alert" className="border-l-4 border-worse bg-paper-2 px-4 py-2">
          {error}
        </p>
      ) : null}
      {sending ? (
        <div className="space-y-2">
          <ProgressBar label={`Sending ${sending.name}`} share={sending.share}>
            Keep this page open until everything is sent.
          </ProgressBar>
          <Button onClick={stop}>Stop sending</Button>
        </div>
      ) : null}
    </div>
  );
}

type PickerProps = {
  label: string;
  disabled: boolean;
  isFolder?: boolean;
  onPicked: (files: { path: string; file: File }[]) => Promise<void>;
};

function Picker({ label, disabled, isFolder = false, onPicked }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const isReady = useIsReady();
  return (
    <>
      <Button disabled={disabled || !isReady} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        {...(isFolder ? { webkitdirectory: "" } : { accept: ".txt,.csv,.json" })}
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          void onPicked(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
          currentTarget.value = "";
        }}
      />
    </>
  );
}
