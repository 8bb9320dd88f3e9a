"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { answered } from "@/components/ui/answered";
import { checkUploadAction, discardUploadAction } from "@/lib/intake/actions";
import { openQuestions } from "@/lib/intake/open-questions";
import { fetchUpload } from "@/lib/intake/upload-queries";
import type { ChosenFile } from "./chosen-file";
import { type Sending, sendInTurn } from "./send-in-turn";

/** Sends files one after the other as one upload, has them checked where nothing is open, and goes to the upload's page. All or nothing. */
export function useSending() {
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<string | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const begun = useRef<string | null>(null);

  const send = async (files: ChosenFile[]) => {
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    begun.current = null;
    setError(null);
    try {
      const uploadId = await sendInTurn({
        to: "/api/imports",
        files,
        signal,
        onSending: setSending,
        onSent: (id) => {
          begun.current = id;
        },
      });
      const isClear = openQuestions(await fetchUpload(uploadId, signal)).length === 0;
      if (isClear) await checkUploadAction({ uploadId, choices: [], confirmLargeExit: false });
      router.push(`/data/imports/${uploadId}`);
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : "Sending did not work. Try again.");
      setSending(null);
      if (begun.current) await answered(discardUploadAction({ uploadId: begun.current }));
    }
  };

  return { send, stop: () => stopping.current?.abort(), sending, error };
}
