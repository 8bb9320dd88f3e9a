"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/toaster";
import { withdrawContestAction } from "@/lib/team/actions";

export function WithdrawContest({ id, behaviour }: { id: string; behaviour: string }) {
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const withdraw = () =>
    startTransition(async () => {
      const result = await answered(withdrawContestAction({ id }));
      if (!result.ok) return setError(result.error.message);
      announce("Withdrawn", "The observation stays. You may contest it again.");
    });
  return (
    <>
      <Button look="inline" aria-label={`Withdraw the contest: ${behaviour}`} pending={pending} onClick={withdraw}>
        Withdraw
      </Button>
      <span role="alert">{error ? <span className="ml-2 text-worse">{error}</span> : null}</span>
    </>
  );
}
