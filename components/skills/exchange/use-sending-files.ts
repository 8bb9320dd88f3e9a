"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { type Sending, sendInTurn } from "@/components/data/send-in-turn";

/** What frameworks come as. */
const readable = /\.(txt|csv|json)$/i;

/** Sends files one after the other as one upload and goes to its page. */
export function useSendingFiles() {
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<string | null>(null);
  const stopping = useRef<AbortController | null>(null);

  const send = async (picked: { path: string; file: File }[]) => {
    const files = picked.filter(({ path }) => readable.test(path) && !/(^|\/)\./.test(path));
    if (files.length === 0) {
      setError(
        "None of these is a text, CSV or JSON file. Unpack an archive first; of O*NET take the release as text, not as Excel.",
      );
      return;
    }
    stopping.current = new AbortController();
    setError(null);
    try {
      const uploadId = await sendInTurn({
        to: "/api/skills/exchange/files",
        files: files.map(({ path, file }) => ({ name: path, file })),
        signal: stopping.current.signal,
        onSending: setSending,
      });
      router.push(`/skills/exchange/${uploadId}`);
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : "Sending did not work. Try again.");
      setSending(null);
    }
  };

  return { send, stop: () => stopping.current?.abort(), sending, error };
}
