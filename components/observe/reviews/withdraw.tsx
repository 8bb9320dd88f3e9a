"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/toaster";
import { withdrawReviewAction } from "@/lib/observe/reviews/actions";

export function Withdraw({ id, round }: { id: string; round: number }) {
  const [pending, setPending] = useState(false);
  const withdraw = async () => {
    setPending(true);
    const result = await withdrawReviewAction({ id, round }).catch(() => null);
    announce(
      result?.ok ? "Withdrawn" : (result?.error.message ?? "The server could not be reached. Nothing was changed."),
    );
    setPending(false);
  };
  return (
    <Button pending={pending} onClick={() => void withdraw()}>
      Withdraw
    </Button>
  );
}
