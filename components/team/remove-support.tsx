"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/toaster";
import { removeSupportAction } from "@/lib/team/actions";

export function RemoveSupport({ personId, id, what }: { personId: string; id: string; what: string }) {
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const remove = () =>
    startTransition(async () => {
      const result = await answered(removeSupportAction({ personId, id }));
      if (!result.ok) return setError(result.error.message);
      announce("Removed from the log");
    });
  return (
    <>
      <Button look="inline" aria-label={`Remove ${what}`} pending={pending} onClick={remove}>
        Remove
      </Button>
      <span role="alert">{error ? <span className="block text-worse">{error}</span> : null}</span>
    </>
  );
}
