"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { saveStepAction } from "@/lib/start/actions";
import type { StartStep } from "@/lib/start/input";

/** Saves a step and goes on to the next; what was chosen stays where it is refused. */
export function useStep(startId: string, next: StartStep | null) {
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  const save = (input: Parameters<typeof saveStepAction>[0]) =>
    startTransition(async () => {
      const result = await answered(saveStepAction(input));
      if (!result.ok) return setError(result.error);
      setError(null);
      if (next) router.push(`/start/${startId}?step=${next}`);
      else announce("Saved", "You can leave and come back.");
    });
  return { save, pending, error, fields: error?.fields ?? {} };
}
