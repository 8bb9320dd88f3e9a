"use client";
import { type DragEvent, type InputHTMLAttributes, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { readDropped } from "./read-dropped";
import { useIsReady } from "./use-is-ready";

type DropZoneProps = {
  /** What is taken, as it stands in “Drop … here”. */
  what: string;
  /** What happens to it then. */
  children: string;
  disabled: boolean;
  onPicked: (files: { path: string; file: File }[]) => void;
};

/** Takes files or folders that are dropped, and offers two buttons for everybody who does not drag. */
export function DropZone({ what, children, disabled, onPicked }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!disabled) void readDropped(event.dataTransfer.items).then(onPicked);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the buttons inside do the same
    <div
      className={classNames(
        "screen-only flex flex-col items-start gap-3 rounded-control border-2 border-dashed px-4 py-6 sm:px-6 sm:py-8",
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
        <span className="max-sm:hidden">Drop {what} here, or choose them.</span>
        <span className="sm:hidden">Choose {what}.</span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Picker label="Choose files" disabled={disabled} onPicked={onPicked} accept=".csv,.txt,.json" />
        <Picker label="Choose a folder" disabled={disabled} onPicked={onPicked} webkitdirectory="" />
      </div>
      <p className="max-w-prose text-table text-ink-2">{children}</p>
    </div>
  );
}

type PickerProps = Pick<DropZoneProps, "disabled" | "onPicked"> & { label: string } & Pick<
    InputHTMLAttributes<HTMLInputElement> & { webkitdirectory?: string },
    "accept" | "webkitdirectory"
  >;

function Picker({ label, disabled, onPicked, ...kind }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const isReady = useIsReady();
  return (
    <>
      <Button disabled={disabled || !isReady} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        {...kind}
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          onPicked(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
          currentTarget.value = "";
        }}
      />
    </>
  );
}
