"use client";
import { useState, useTransition } from "react";
import type { PublicError, Result } from "@/lib/errors";
import { answered } from "./answered";

/** Sends what a form holds, keeps what went wrong, and says when it is done. A second click waits for the first. */
export function useSaving<Input, Data>(save: (input: Input) => Promise<Result<Data>>, onDone: (data: Data) => void) {
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (input: Input) => {
    if (pending) return;
    startTransition(async () => {
      const result = await answered(save(input));
      if (!result.ok) return setError(result.error);
      setError(null);
      onDone(result.data);
    });
  };
  const forget = () => setError(null);
  return { submit, pending, forget, message: error?.message ?? null, fields: error?.fields ?? {} };
}
