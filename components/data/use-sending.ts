"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { checkUploadAction, discardUploadAction } from "@/lib/intake/actions";
import { openQuestions } from "@/lib/intake/open-questions";
import { fetchUpload } from "@/lib/intake/upload-queries";
import type { ChosenFile } from "./chosen-file";
import { sendFile } from "./send-file";

type Sending = { name: string; share: number };

/** Sends files one after the other as one upload, has them checked where nothing is open, and goes to the upload's page. All or nothing. */
export function useSending() {
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<string | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const begun = useRef<string | null>(null);

  const sendAll = async (files: ChosenFile[], signal: AbortSignal): Promise<string> => {
    const all = files.reduce((sum, { file }) => sum + file.size, 0);
    let sent = 0;
    begun.current = null;
    for (const { name, file } of files) {
      const onProgress = (bytes: number) => setSending({ name, share: Math.min(1, (sent + bytes) / (all || 1)) });
      onProgress(0);
      const { uploadId } = await sendFile({ uploadId: begun.current, name, file, onProgress, signal });
      begun.current = uploadId;
      sent += file.size;
    }
    if (!begun.current) throw new Error("There is nothing to send.");
    return begun.current;
  };

  const send = async (files: ChosenFile[]) => {
    stopping.current = new AbortController();
    setError(null);
    try {
      const uploadId = await sendAll(files, stopping.current.signal);
      const isClear = openQuestions(await fetchUpload(uploadId, stopping.current.signal)).length === 0;
      if (isClear) await checkUploadAction({ uploadId, choices: [], confirmLargeExit: false });
      router.push(`/data/imports/${uploadId}`);
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : "Sending did not work. Try again.");
      setSending(null);
      if (begun.current) await discardUploadAction({ uploadId: begun.current });
    }
  };

  return { send, stop: () => stopping.current?.abort(), sending, error };
}
