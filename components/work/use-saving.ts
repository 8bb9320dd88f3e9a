"use client";
import { useState, useTransition } from "react";
import type { PublicError, Result } from "@/lib/errors";

/** Sends what a form holds, keeps what went wrong, and says when it is done. A second click waits for the first. */
export function useSaving<Input, Data>(save: (input: Input) => Promise<Result<Data>>, onDone: (data: Data) => void) {
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (input: Input) => {
    if (pending) return;
    startTransition(async () => {
      const result = await save(input);
      if (!result.ok) return setError(result.error);
      setError(null);
      onDone(result.data);
    });
  };
  return { submit, pending, message: error?.message ?? null, fields: error?.fields ?? {} };
}
