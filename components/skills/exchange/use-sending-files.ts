"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";

type Sending = { name: string; share: number };
type Picked = { path: string; file: File };

/** What frameworks come as. */
const readable = /\.(txt|csv|json)$/i;

/** Sends files one after the other as one upload and goes to its page. */
export function useSendingFiles() {
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<string | null>(null);
  const stopping = useRef<AbortController | null>(null);

  const send = async (picked: Picked[]) => {
    const files = picked.filter(({ path }) => readable.test(path) && !/(^|\/)\./.test(path));
    if (files.length === 0) {
      setError("None of these is a text, CSV or JSON file. Unpack an archive first.");
      return;
    }
    stopping.current = new AbortController();
    setError(null);
    const all = files.reduce((sum, { file }) => sum + file.size, 0) || 1;
    let sent = 0;
    let uploadId: string | null = null;
    try {
      for (const { path, file } of files) {
        setSending({ name: file.name, share: sent / all });
        uploadId = await sendOne(uploadId, path, file, stopping.current.signal);
        sent += file.size;
      }
      router.push(`/skills/exchange/${uploadId}`);
    } catch (thrown) {
      setError(thrown instanceof Error && thrown.message ? thrown.message : lost);
      setSending(null);
    }
  };

  return { send, stop: () => stopping.current?.abort(new Error("Sending was stopped.")), sending, error };
}

const lost = "The connection was lost while sending. Send the files again.";

async function sendOne(uploadId: string | null, name: string, file: File, signal: AbortSignal): Promise<string> {
  const address = new URLSearchParams({ name, ...(uploadId ? { upload: uploadId } : {}) });
  const response = await fetch(`/api/skills/exchange/files?${address}`, { method: "POST", body: file, signal });
  const answer: { uploadId?: string; error?: { message: string } } | null = await response.json().catch(() => null);
  if (!response.ok || !answer?.uploadId) throw new Error(answer?.error?.message ?? lost);
  return answer.uploadId;
}
