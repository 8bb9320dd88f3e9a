"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/toaster";
import type { Result } from "@/lib/errors";
import { checkUploadAction, discardUploadAction, importUploadAction } from "@/lib/intake/actions";
import type { Upload } from "@/lib/intake/read-upload";
import { isTaken } from "./upload-words";
import { useIsReady } from "./use-is-ready";

type UploadButtonsProps = { upload: Upload; isClear: boolean; onChanged: () => void };

/** The steps one may take now: check, import, discard. */
export function UploadButtons({ upload: { id: uploadId, status, reports }, isClear, onChanged }: UploadButtonsProps) {
  const router = useRouter();
  const [pending, setPending] = useState<"go" | "discard" | null>(null);
  const [error, setError] = useState<string | null>(null);
  const isBusy = !useIsReady() || pending !== null;
  const isChecked = status === "checked";
  const holdsSomething = (reports ?? []).some(isTaken);

  const take = async (what: "go" | "discard", step: () => Promise<Result<void>>, after: () => void) => {
    setPending(what);
    const result = await step();
    setPending(null);
    setError(result.ok ? null : result.error.message);
    if (result.ok) after();
    else onChanged();
  };
  const check = () => checkUploadAction({ uploadId, choices: [], confirmLargeExit: false });
  const discard = () =>
    take(
      "discard",
      () => discardUploadAction({ uploadId }),
      () => {
        announce("Discarded", "Nothing of these files was imported.");
        router.push("/data");
      },
    );

  return (
    <div className="mb-8">
      <div className="flex flex-wrap gap-2">
        {isChecked && holdsSomething ? (
          <Button
            look={isClear ? "primary" : "secondary"}
            pending={isBusy}
            onClick={() => void take("go", () => importUploadAction({ uploadId }), onChanged)}
          >
            {reports?.every(isTaken) ? "Import" : "Import the files that can be taken"}
          </Button>
        ) : null}
        {!isChecked && isClear ? (
          <Button look="primary" pending={isBusy} onClick={() => void take("go", check, onChanged)}>
            {status === "failed" ? "Check again" : "Check"}
          </Button>
        ) : null}
        <Button pending={isBusy} onClick={() => void discard()}>
          Discard
        </Button>
      </div>
      {error ? (
        <p role="alert" className="mt-2 border-l-4 border-worse bg-paper-2 px-4 py-2">
          {error}
        </p>
      ) : null}
    </div>
  );
}
