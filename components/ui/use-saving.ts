"use client";
import { useRef, useState, useTransition } from "react";
import type { PublicError, Result } from "@/lib/errors";
import { answered } from "./answered";
import { newId } from "./new-id";

/**
 * Sends what a form holds, keeps what went wrong, and says when it is done. A second click waits for the first. What the form adds has the id that
 * is sent with it: the same over failed tries, so that what the server took although no answer came is not kept twice.
 */
export function useSaving<Input, Data>(
  save: (input: Input, entryId: string) => Promise<Result<Data>>,
  onDone: (data: Data, input: Input) => void,
) {
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const entryId = useRef<string | null>(null);
  const submit = (input: Input) => {
    if (pending) return;
    startTransition(async () => {
      entryId.current ??= newId();
      const result = await answered(save(input, entryId.current));
      // Nothing is on its way any more: what is sent after this is something else.
      if (result.ok || result.error.code === "conflict") entryId.current = null;
      if (!result.ok) return setError(result.error);
      setError(null);
      onDone(result.data, input);
    });
  };
  const forget = () => setError(null);
  /** What is sent next is something else. */
  const startAnew = () => {
    entryId.current = null;
    setError(null);
  };
  return { submit, pending, forget, startAnew, message: error?.message ?? null, fields: error?.fields ?? {} };
}
