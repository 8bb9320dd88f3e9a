"use client";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useFormats } from "@/components/ui/formats-provider";
import { announce } from "@/components/ui/toaster";
import { undoBatchAction } from "@/lib/intake/actions";
import type { ImportedBatch } from "@/lib/intake/read-imports";

/** Takes an import back, after saying what goes with it. */
export function UndoImport({
  batch,
}: {
  batch: Pick<ImportedBatch, "id" | "fileName" | "added" | "corrected" | "parked">;
}) {
  const { number } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { id: batchId, fileName, added, corrected, parked } = batch;

  const undo = async () => {
    setPending(true);
    const result = await answered(undoBatchAction({ batchId }));
    setPending(false);
    if (!result.ok) return setError(result.error.message);
    setOpen(false);
    announce("Undone", `${fileName} is as if it had not been imported.`);
  };

  const takes = [
    `${number(added)} ${added === 1 ? "row that it added goes" : "rows that it added go"} away`,
    ...(corrected > 0 ? [`${number(corrected)} that it corrected are as they were before`] : []),
    ...(parked > 0 ? [`${number(parked)} that wait are forgotten`] : []),
  ];
  return (
    <Dialog
      title="Undo this import"
      open={isOpen}
      onOpenChange={(next) => {
        setOpen(next);
        setError(null);
      }}
      trigger={(opening) => (
        <Button look="plain" className="-my-1 -ml-3" aria-label={`Undo ${fileName}`} {...opening}>
          Undo
        </Button>
      )}
      description={
        <>
          <p className="font-medium text-ink wrap-anywhere">{fileName}</p>
          <ul className="mt-2 list-disc space-y-1 pl-5">
            {takes.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="mt-2">
            Every figure that rests on these rows is computed again. The file can be imported again later.
          </p>
        </>
      }
    >
      {error ? (
        <p role="alert" className="mb-4 border-l-4 border-worse bg-paper-2 px-4 py-2">
          {error}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button look="danger" pending={isPending} onClick={() => void undo()}>
          Undo the import
        </Button>
        <Button onClick={() => setOpen(false)}>Keep it</Button>
      </div>
    </Dialog>
  );
}
