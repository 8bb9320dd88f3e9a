"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { finishNudgeAction } from "@/lib/team/actions";

export function FinishNudge({ id, text }: { id: string; text: string }) {
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const finish = () =>
    startTransition(async () => {
      const result = await answered(finishNudgeAction({ id }));
      setError(result.ok ? null : result.error.message);
    });
  return (
    <span className="screen-only">
      <Button aria-label={`Done: ${text}`} pending={pending} onClick={finish}>
        Done
      </Button>
      <span role="alert">{error ? <span className="ml-2 text-worse">{error}</span> : null}</span>
    </span>
  );
}
