"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useFormats } from "@/components/ui/formats-provider";
import { LiveRegion } from "@/components/ui/live-region";
import { recogniseFilesAction } from "@/lib/intake/actions";
import { type ChosenFile, chooseFiles } from "./chosen-file";
import { ChosenFiles } from "./chosen-files";
import { DropZone } from "./drop-zone";
import { ProgressBar } from "./progress-bar";
import { useSending } from "./use-sending";

const headerBytes = 8_000;

/** Picks files, shows what they are, sends them. */
export function ImportForm() {
  const formats = useFormats();
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const [said, setSaid] = useState("");
  const { send, stop, sending, error } = useSending();

  const add = async (picked: { path: string; file: File }[]) => {
    const { files: chosen, leftOut } = chooseFiles(picked);
    const names = new Set(chosen.map(({ name }) => name));
    setFiles((before) => [...before.filter(({ name }) => !names.has(name)), ...chosen]);
    setSaid(sentence(chosen.length, leftOut));
    const kinds = await recognise(chosen);
    setFiles((now) => now.map((file) => ({ ...file, kinds: kinds.get(file.file) ?? file.kinds })));
  };

  return (
    <div className="space-y-4">
      <DropZone what="CSV files or a study folder" disabled={sending !== null} onPicked={(picked) => void add(picked)}>
        They are checked first. You see what would change before anything is imported.
      </DropZone>
      <LiveRegion>
        <p className="text-table text-ink-2">{said}</p>
      </LiveRegion>
      {error ? (
        <p role="alert" className="border-l-4 border-worse bg-paper-2 px-4 py-2">
          {error}
        </p>
      ) : null}
      {files.length > 0 ? (
        <>
          <ChosenFiles
            files={files}
            disabled={sending !== null}
            onRemove={(gone) => setFiles((now) => now.filter(({ name }) => name !== gone))}
          />
          {sending ? (
            <ProgressBar label={`Sending ${sending.name}`} share={sending.share}>
              {formats.percent(sending.share, { decimals: 0 })} sent. Keep this page open; what follows goes on without
              it.
            </ProgressBar>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button look="primary" pending={sending !== null} onClick={() => void send(files)}>
              {files.length === 1 ? "Check this file" : `Check ${files.length} files`}
            </Button>
            {sending ? (
              <Button onClick={stop}>Stop sending</Button>
            ) : (
              <Button onClick={() => setFiles([])}>Clear</Button>
            )}
          </div>
        </>
      ) : null}
    </div>
  );
}

/** Nothing but names and headers leaves the browser for this. */
async function recognise(files: ChosenFile[]): Promise<Map<File, ChosenFile["kinds"]>> {
  const named = files.map(async ({ name, file }) => {
    const [header = ""] = (await file.slice(0, headerBytes).text()).split(/\r?\n/);
    return { name, header };
  });
  // Only a preview: sending says what is wrong with a connection or a session.
  const result = await recogniseFilesAction(await Promise.all(named)).catch(() => null);
  return new Map(files.map(({ file }, at) => [file, result?.ok ? (result.data[at] ?? []) : []]));
}

function sentence(chosen: number, leftOut: number): string {
  const added = chosen === 1 ? "One file added." : `${chosen} files added.`;
  if (leftOut === 0) return added;
  return `${added} ${leftOut === 1 ? "One that is" : `${leftOut} that are`} neither CSV nor JSON left out.`;
}
